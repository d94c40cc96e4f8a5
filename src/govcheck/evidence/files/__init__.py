"""CSV files, workbooks, and folders of such: found, read, and told what is wrong with them."""
