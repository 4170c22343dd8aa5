ALTER TABLE payment ADD COLUMN certain text;
ALTER TABLE saga ADD COLUMN certain text;
