"""Converts a polars frame to what other libraries read, with the types that their users expect."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pcgraph.errors import UsageError

if TYPE_CHECKING:
    import pandas
    import polars as pl


def to_pandas(frame: pl.DataFrame) -> pandas.DataFrame:
    """Return a pandas DataFrame in which numbers can be computed with and days are dates."""
    try:
        import pandas as pd
    except ImportError as error:
        raise _missing("to_pandas", "pandas") from error
    columns = {name: _pandas_column(frame[name], pd) for name in frame.columns}
    return pd.DataFrame(columns, columns=pd.Index(frame.columns))


def _pandas_column(column: pl.Series, pd: Any) -> Any:
    import polars as pl

    kind, some_missing = column.dtype, column.null_count() > 0
    if kind.is_decimal():
        return column.cast(pl.Float64).to_numpy()
    if kind in (pl.Int64, pl.Boolean) and some_missing:
        return pd.array(column.to_list(), dtype="Int64" if kind == pl.Int64 else "boolean")
    if isinstance(kind, pl.Datetime) and kind.time_zone:
        return pd.Series(column.dt.replace_time_zone(None).to_numpy()).dt.tz_localize(kind.time_zone)
    return column.to_numpy() if kind.is_numeric() or kind.is_temporal() or kind == pl.Boolean else column.to_list()


def to_arrow(frame: pl.DataFrame) -> Any:
    """Return a ``pyarrow.Table``."""
    try:
        return frame.to_arrow()
    except ImportError as error:
        raise _missing("to_arrow", "pyarrow") from error


def _missing(method: str, package: str) -> UsageError:
    return UsageError(f"{method}: {package} is not installed; expected {package}; run  pip install {package}")
