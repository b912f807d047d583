"""What the hotline says: one folder of .ftl files per language, and the Catalog that reads them."""
