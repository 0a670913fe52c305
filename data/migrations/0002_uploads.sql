-- What came with a load and where in its file each figure stood; files received and not yet loaded; answers remembered.
ALTER TABLE load ADD COLUMN sheet VARCHAR DEFAULT '';
ALTER TABLE load ADD COLUMN encoding VARCHAR DEFAULT '';
ALTER TABLE load ADD COLUMN shape VARCHAR DEFAULT '';
ALTER TABLE load ADD COLUMN rows_refused INTEGER DEFAULT 0;
ALTER TABLE load ADD COLUMN confirmations VARCHAR DEFAULT '';   -- JSON: [{code, count, word}]
ALTER TABLE load ADD COLUMN redo_of BIGINT;                     -- the withdrawn load whose rows this one brings back
ALTER TABLE observation ADD COLUMN file_row INTEGER;            -- from 1; the cell of the figure
ALTER TABLE observation ADD COLUMN file_column INTEGER;
ALTER TABLE milestone_report ADD COLUMN state VARCHAR DEFAULT '';
ALTER TABLE milestone_report ADD COLUMN note VARCHAR DEFAULT '';
ALTER TABLE milestone_report ADD COLUMN file_row INTEGER;
ALTER TABLE milestone_report ADD COLUMN file_column INTEGER;

CREATE SEQUENCE upload_number START 1;
CREATE TABLE upload (
    id BIGINT PRIMARY KEY DEFAULT nextval('upload_number'), sha256 VARCHAR NOT NULL, file VARCHAR NOT NULL,
    size BIGINT NOT NULL, department VARCHAR NOT NULL, user_name VARCHAR NOT NULL, received_at TIMESTAMP NOT NULL,
    mapping VARCHAR NOT NULL DEFAULT '', confirmations VARCHAR NOT NULL DEFAULT '',
    state VARCHAR NOT NULL DEFAULT 'open',                      -- open, loaded, dropped
    load_id BIGINT
);
CREATE TABLE remembered_mapping (
    department VARCHAR NOT NULL, header VARCHAR NOT NULL, mapping VARCHAR NOT NULL, saved_at TIMESTAMP NOT NULL,
    user_name VARCHAR NOT NULL
);
ALTER TABLE current_observation ADD COLUMN file_row INTEGER;
ALTER TABLE current_observation ADD COLUMN file_column INTEGER;
