"""What everything else speaks of: namespaces, the declarations of the ontology, entities, dates, scope, text."""
