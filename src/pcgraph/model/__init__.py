"""The data model: namespaces, the declarations of the ontology, entities, dates, scope and text helpers."""
