"""What the importer refuses, and the exact lines in which it says so; the table is always deals.csv or deals.xlsx."""

from __future__ import annotations

from tables import COLUMNS, Row, csv_text

STATUSES = "cancelled, completed, discussed, expired, interest, operational, planned, signed, suspended, under-way"
BOTH = "expected both or neither; fill in the other, or empty it"
LEASE: Row = {"id": "lease"}
MAY_MEAN = "id:government-of-nordland (87), id:harbour-authority (85), id:young-sailors (85)"

# Rows, each a good one with its changes → lines without "deals.csv, ".
ROWS: list[tuple[list[Row], list[str]]] = [
    ([{"amount": "5"}], [f"row 2, column amount: amount-form: amount without currency; {BOTH}"]),
    (
        [{"amount": "5", "currency": "USD", "basis": "payed"}],
        [
            "row 2, column basis: unknown-value: 'payed' is unknown; expected a basis: "
            "aimed, committed, cost, paid, price, valuation; did you mean paid?"
        ],
    ),
    (
        [{"basis": "paid"}],
        [
            "row 2, column basis: amount-form: basis without amount; "
            "expected the sum that it describes; fill in the amount, or empty it"
        ],
    ),
    (
        [{"amount": "5", "currency": "USD", "amount shared": "perhaps"}],
        ["row 2, column amount shared: unknown-value: 'perhaps' is not valid; expected yes or no; write one of them"],
    ),
    ([{"currency": "USD"}], [f"row 2, column currency: amount-form: currency without amount; {BOTH}"]),
    (
        [{"amount": "5", "currency": "dollars"}],
        [
            "row 2, column currency: amount-form: 'dollars' is not a currency; "
            "expected a code of ISO 4217, such as USD; correct it, or add it to a lookup"
        ],
    ),
    ([{"quantity": "5"}], [f"row 2, column quantity: quantity-form: quantity without unit; {BOTH}"]),
    ([{"counted": "people"}], [f"row 2, column counted: quantity-form: unit without quantity; {BOTH}"]),
    (
        [{"status date": "3/9/2025"}],
        [
            "row 2, column status date: bad-date: '3/9/2025' is not an EDTF date; "
            "expected 2025, 2025-09, 2025-09-03, a/b, a/.. or [a..b]; correct the cell"
        ],
    ),
    (
        [{"expected": "2025-02-30"}],
        [
            "row 2, column expected: bad-date: '2025-02-30' is not a day of the calendar; "
            "expected an EDTF date such as 2025-09-03; correct the cell"
        ],
    ),
    (
        [{"first seen": "2025-03"}],
        [
            "row 2, column first seen: bad-date: '2025-03' is not a day; "
            "expected a day such as 2025-09-03; write the day",
        ],
    ),
    (
        [{"amount": "1,000", "currency": "USD"}],
        [
            "row 2, column amount: bad-number: '1,000' is not a number; expected digits such as 2500000 or 0.5; "
            "remove separators, and write 2.5 m as 2500000"
        ],
    ),
    (
        [{"id": "Crane Lease"}],
        [
            "row 2, column id: bad-slug: 'Crane Lease' is not a slug; "
            "expected at most 100 of a–z, 0–9 and single hyphens, such as harbour-bridge-loan; correct the cell"
        ],
    ),
    (
        [{"label": "…!"}],
        [
            "row 2, column label: bad-slug: no slug can be made from '…!'; "
            "expected an id, or a label with letters; write an id"
        ],
    ),
    (
        [{"starts": "2025-05", "ends": "2025-04"}],
        [
            "row 2, column ends: end-before-start: 2025-04, before the start 2025-05; "
            "expected an end after the start; swap them",
        ],
    ),
    (
        [{"id": "acme"}],
        ["row 2, column id: id-taken: id:acme already exists (pcg:Company); expected an id of its own; choose another"],
    ),
    (
        [{"label": "Crane contract"}],
        [
            "row 2, column id: id-taken: id:crane-contract already exists (Crane contract); "
            "expected an id of its own; write that id if it is the same engagement, or choose another"
        ],
    ),
    (
        [{}, {}],
        [
            "row 3, column label: id-taken: id:crane-lease is also the id of row 2; "
            "expected ids where rows have the same label; write the ids"
        ],
    ),
    ([{"label": ""}], ["row 2, column label: missing-value: is empty; expected a label or an id; fill it in"]),
    (
        [{"label": "", "id": "lease"}],
        ["row 2, column label: missing-value: is empty; expected the name of a new engagement; fill it in"],
    ),
    (
        [{"signatory": "; ;"}],
        ["row 2, column signatory: unused-cell: has no value; expected a value; correct or empty the cell"],
    ),
    ([{"class": ""}], ["row 2, column class: missing-value: is empty; expected a class of engagements; fill it in"]),
    ([{"status": ""}], ["row 2, column status: missing-value: is empty; expected a status; fill it in"]),
    (
        [{"passage": ""}],
        [
            "row 2, column passage: missing-value: is empty; "
            "expected where the source says it, such as para 3; fill it in"
        ],
    ),
    (
        [{"source address": ""}],
        [
            "row 2, column source address: missing-value: is empty; "
            "expected the address of the source, or its slug; fill it in"
        ],
    ),
    (
        [{"tier": ""}],
        [
            "row 2, column tier: missing-value: src:tide-example-crane-lease has no tier; "
            "expected it in a row of each source; fill it in"
        ],
    ),
    (
        [{"class": "Talks", "kind": ""}],
        [
            "row 2, column status: status-of-class: a pcg:Talks cannot be signed; "
            "expected one of cancelled, completed, discussed, expired, interest, planned, suspended, under-way; "
            "use separate rows for the agreement and the work, another status, or of_class in the mapping"
        ],
    ),
    (
        [{"class": "training programme", "status": "planned"}],
        [
            "row 2, column kind: status-of-class: v:contract of a pcg:TrainingProgramme; "
            "expected it only for a pcg:Agreement; remove it, or put the agreement in a row of its own"
        ],
    ),
    (
        [{"status": "completed"}],
        [
            "row 2, column status: status-of-class: a pcg:Agreement cannot be completed; "
            "expected one of cancelled, discussed, expired, interest, planned, signed, suspended; "
            "use separate rows for the agreement and the work, another status, or of_class in the mapping"
        ],
    ),
    (
        [{"status date": "2025-06-01"}],
        [
            "row 2, column status date: step-after-source: signed on 2025-06-01, after its source (2025-02-03); "
            "expected a step that the source can report; enter it as the expected date"
        ],
    ),
    (
        [LEASE, {**LEASE, "kind": "mou"}],
        [
            "row 3, column kind: two-values: v:mou here, but v:contract in an earlier row of the same source; "
            "expected one kind; keep one, or use two ids"
        ],
    ),
    (
        [LEASE, {**LEASE, "label": "Other"}],
        [
            "row 3, column label: two-values: 'Other' for id:lease, which is called 'Crane lease'; "
            "expected one label; leave it empty, or correct the id"
        ],
    ),
    (
        [LEASE, {**LEASE, "class": "Talks", "kind": "", "status": "discussed"}],
        [
            "row 3, column class: two-values: a pcg:Talks that an earlier row calls a pcg:Agreement; "
            "expected one class; correct it, or use another id"
        ],
    ),
    (
        [LEASE, {**LEASE, "status date": "2025-02-02"}],
        [
            "row 3, column status date: two-values: "
            "signed on 2025-02-02 here, but on 2025-02-01 in an earlier row of the same source; "
            "expected one date; keep one (a status that is reached twice must be added by hand)"
        ],
    ),
    (
        [LEASE, {"label": "Second", "source title": "Another"}],
        [
            'row 3, column source title: two-values: "Another" for src:tide-example-crane-lease, '
            'but an earlier row says "A lease of cranes"; expected one title of a source; '
            "correct one, or leave it empty"
        ],
    ),
    (
        [{"signatory": "Acme; Nobody at All"}],
        [
            "row 2, column signatory: unknown-agent: no agent is called 'Nobody at All'; "
            "expected the id or name of an agent of the register; register the agent, or correct the name"
        ],
    ),
    (
        [{"signatory": "Acme; Nordland"}],
        [
            f"row 2, column signatory: unsure-agent: 'Nordland' may mean {MAY_MEAN}; "
            "expected the id or name of one agent of the register; "
            "write the id of the right agent, or register a new one"
        ],
    ),
    (
        [{"status": "sgned"}],
        [
            f"row 2, column status: unknown-value: 'sgned' is unknown; expected a status: {STATUSES}; "
            "did you mean signed?",
        ],
    ),
    (
        [{"place": "Atlantis"}],
        [
            "row 2, column place: unknown-value: 'Atlantis' is unknown; expected a place of the register: "
            "nordland, sudland, vik, vik-hall; correct the cell, or add the value to a lookup of the mapping"
        ],
    ),
    (
        [{"covers": "no-such-project"}],
        [
            "row 2, column covers: unknown-value: id:no-such-project is not an engagement; "
            "expected the id of an engagement in the data or in a row without errors; correct it, or add its row"
        ],
    ),
    (
        [{"source address": "tide.example"}],
        [
            "row 2, column source address: unknown-value: 'tide.example' is not a web address; "
            "expected an address with http:// or https://; copy it from the browser"
        ],
    ),
    (
        [{"parties complete": "perhaps"}],
        [
            "row 2, column parties complete: unknown-value: 'perhaps' is not valid; "
            "expected yes or no; write one of them"
        ],
    ),
    (
        [{"source address": "https://digest.example/wires"}],
        [
            f"row 2, column {column}: two-values: {here} for src:digest, which has {there}; "
            f"expected the {name} of the source, or nothing; leave the cell empty"
            for column, here, there, name in (
                ("source title", '"A lease of cranes"', '"From the wires"', "title"),
                ("publisher", "id:daily-tide", "id:port-digest", "publisher"),
                ("tier", "v:press", "v:aggregator", "tier"),
                ("source date", '"2025-02-03"', "none", "date"),
                ("first seen", '"2025-03-01"^^xsd:date', '"2025-06-01"^^xsd:date', "first seen"),
            )
        ],
    ),
    (
        [{"aim": "a bell \a"}],
        ["row 2, column aim: bad-text: holds U+0007; expected readable text; remove the character"],
    ),
    (
        [{"tier": "gossip", "amount": "1"}, {}, {"label": "Third", "status date": "soon"}],
        [
            "row 2, column tier: unknown-value: 'gossip' is unknown; "
            "expected a tier: aggregator, background, official, party, press; "
            "correct the cell, or add the value to a lookup of the mapping",
            f"row 2, column amount: amount-form: amount without currency; {BOTH}",
            "row 4, column status date: bad-date: 'soon' is not an EDTF date; "
            "expected 2025, 2025-09, 2025-09-03, a/b, a/.. or [a..b]; correct the cell",
        ],
    ),
]

# Contents of a CSV file → lines without "deals.csv".
FILES: list[tuple[bytes, list[str]]] = [
    (
        csv_text({}).encode("utf-16"),
        [": utf-16: UTF-16; expected UTF-8; save it as 'CSV UTF-8'"],
    ),
    (
        csv_text({}).encode("utf-16-le"),
        [": utf-16: UTF-16; expected UTF-8; save it as 'CSV UTF-8'"],
    ),
    (
        csv_text({"aim": "Köln"}).encode("latin-1"),
        [": not-utf8: byte 0xf6 in line 2 is not UTF-8; expected UTF-8; save it as 'CSV UTF-8'"],
    ),
    (b"", [": empty-table: the first row is empty; expected the names of the columns; add them"]),
    (b"\n\na,b\n1,2\n", [": empty-table: the first row is empty; expected the names of the columns; add them"]),
    (b"a,b\n\n", [": empty-table: only a header; expected at least one row; add one"]),
    (
        b'a,b\n1,"2\n3,4\n',
        [
            ": unclosed-quote: a quotation mark in row 2 is not closed; "
            "expected its end, and at most 131072 characters in a cell; close it"
        ],
    ),
    (
        b'a,b\n1,"2"3\n',
        [
            ": stray-quote: a quotation mark in row 2 is in a wrong place (',' expected after '\"'); "
            'expected cells such as "a, b", with quotation marks inside doubled; correct the cell'
        ],
    ),
    (
        b"a,,b\n1,2,3\n",
        [", row 1, column 2: empty-header: has no name; expected a name for each column; name it or delete it"],
    ),
    (
        b"a,b, A \n1,2,3\n",
        [
            ", row 1, column A: duplicate-header: columns 1 and 3 have the same name; "
            "expected each name once; rename one of them"
        ],
    ),
    (
        csv_text({}).encode() + b"one,two\n",
        [
            f", row 3: ragged-row: 2 cells below {len(COLUMNS)} headings; expected {len(COLUMNS)} cells; "
            "add what is missing, or delete the row if it is a note, a sum or another table"
        ],
    ),
    (
        csv_text({}).encode() + b"Acme, Ltd" + b"," * (len(COLUMNS) - 1) + b"x\n",
        [
            f", row 3: ragged-row: {len(COLUMNS) + 1} cells below {len(COLUMNS)} headings; "
            f"expected {len(COLUMNS)} cells; "
            "delete the extra separator, or put the cell that has it in quotation marks"
        ],
    ),
    (
        b"a;b\n1;2\n",
        [
            ": wrong-format: columns are separated by semicolons; expected commas; "
            "save it as CSV with commas or as .xlsx, or name the delimiter in the mapping"
        ],
    ),
    (
        b"PK\x03\x04abc,",
        [": wrong-format: a workbook with the suffix .csv; expected text; rename it to .xlsx"],
    ),
    (
        csv_text({"remarks": "x"}, columns=[*COLUMNS, "remarks"]).encode(),
        [
            ", row 1, column remarks: unused-column: 1 filled cell without a use; expected a use for each; "
            "name it in the mapping, list it there under ignore, or delete it"
        ],
    ),
    (
        csv_text({}, columns=[name for name in COLUMNS if name != "tier"]).replace("passage", "pasage").encode(),
        [
            ", row 1, column passage: missing-column: is not in the table; "
            "expected every column of the mapping; did you mean pasage?",
            ", row 1, column tier: missing-column: is not in the table; "
            "expected every column of the mapping; did you mean trainer?",
        ],
    ),
]

# A mapping, as an edit of the template's text → lines without "deals.yml".
MAPPINGS: list[tuple[tuple[str, str], list[str]]] = [
    (
        ("  signatory:", "  signatry:"),
        [
            ", roles.signatry: bad-mapping: unknown key; expected one of "
            + "acquirer, attendee, beneficiary, coordinator, discussant, firstParty, funder, host, implementer, "
            + "operator, organizer, owner, recipient, secondParty, seller, signatory, supplier, supporter, target, "
            + "trainee, trainer, visitor; did you mean signatory?"
        ],
    ),
    (
        ("  amount: {column: amount}", "  amount: {colum: amount}"),
        [
            ", engagement.amount.colum: bad-mapping: unknown key; expected one of value, column, text, lookup, "
            "default, split, find, write, of_rows, when, unless, of_class, inferred, new_agents, times, decimal, "
            "dates; did you mean column?",
            ", engagement.amount: bad-mapping: has 0 origins; expected one of column, text, value; keep one",
        ],
    ),
    (
        ("  tier: {column: tier}\n", ""),
        [
            ", source.tier: bad-mapping: missing; expected where its value comes from; add a column or a value",
        ],
    ),
    (
        ("  class: {column: class}", "  class: {column: class, lookup: clases}"),
        [
            ", engagement.class.lookup: bad-mapping: no lookup clases; expected one of lookups; none is known",
        ],
    ),
    (
        ("  class: {column: class}", "  class: {column: class, inferred: perhaps}"),
        [
            ", engagement.class.inferred: bad-mapping: 'perhaps' is not valid; expected yes or no; write one of them",
        ],
    ),
    (
        ("  aim: {column: aim}", '  aim: {text: "{aim|nice}"}'),
        [", engagement.aim: bad-mapping: no lookup nice; expected one of lookups; none is known"],
    ),
    (
        ("  aim: {column: aim}", "  aim: {column: aim, when: tomorrow}"),
        [
            ", engagement.aim.when: bad-mapping: is not a condition; "
            "expected 'Column: value' or 'Column: [values]'; write it in this form"
        ],
    ),
    (
        ("  aim: {column: aim}", "  aim: {column: aim, when: {kind: [[contract]]}}"),
        [
            ", engagement.aim.when: bad-mapping: is not a condition; "
            "expected 'Column: value' or 'Column: [values]'; write it in this form"
        ],
    ),
    (
        ("  aim: {column: aim}", "  aim: {value: [a, b]}"),
        [", engagement.aim.value: bad-mapping: \"['a', 'b']\" is not text; expected text; write it in quotation marks"],
    ),
    (
        ("  label: {column: label}", "  label: []"),
        [
            ", engagement.label: bad-mapping: is an empty list; "
            "expected where its value comes from; add a column or a value"
        ],
    ),
    (
        ("source:\n", "lookups: [a]\nsource:\n"),
        [", lookups: bad-mapping: \"['a']\" is not a mapping of keys; expected names; write keys"],
    ),
    (
        ("source:\n", "ignore: [[a]]\nsource:\n"),
        [", ignore: bad-mapping: is not a list; expected the columns that are intentionally not used; write a list"],
    ),
    (
        ('signatory: {column: signatory, split: ";"}', "signatory: {column: signatory, new_agents: {country: vik}}"),
        [
            ", roles.signatory.new_agents: bad-mapping: has no class; "
            "expected the class of new agents, and their country; add class"
        ],
    ),
    (
        ("  aim: {column: aim}\n", "  aim: {column: aim}\n  aim: {column: aim}\n"),
        [
            ", line 25: bad-mapping: not YAML (aim occurs twice); expected keys and values; fix the line",
        ],
    ),
    (
        ("steps:\n", "stages:\n"),
        [
            ", stages: bad-mapping: unknown key; "
            "expected one of title, table, lookups, source, engagement, steps, roles, ignore; did you mean steps?",
            ", steps: bad-mapping: no step; expected a list of status and date; add the status",
        ],
    ),
    (
        ("  aim: {column: aim}", "  aim: &a {column: aim}\n  kind: *a"),
        [", line 25: bad-mapping: not YAML (an alias, *a); expected keys and values; fix the line"],
    ),
    (
        ("  aim: {column: aim}", "  ? [aim]\n  : {column: aim}"),
        [", line 24: bad-mapping: not YAML (a key that is not text); expected keys and values; fix the line"],
    ),
    (
        ("steps:\n", "steps: " + "[" * 3000 + "\n"),
        [": bad-mapping: not YAML (it cannot be read); expected keys and values; fix the line"],
    ),
    (
        ("  aim: {column: aim}", '  aim: {column: aim, "spl\\nit": x}'),
        [
            ", engagement.aim.spl it: bad-mapping: unknown key; expected one of value, column, text, lookup, "
            "default, split, find, write, of_rows, when, unless, of_class, inferred, new_agents, times, decimal, "
            "dates; did you mean split?",
        ],
    ),
]
