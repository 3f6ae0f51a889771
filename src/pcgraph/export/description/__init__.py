"""The description of a published data set: one `content.Description`, and one module for each form of it."""
