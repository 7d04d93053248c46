-- What the images of an order are for: 'frames' or 'references'.
ALTER TABLE jobs ADD COLUMN image_use TEXT NOT NULL DEFAULT 'frames';
-- The earlier order that it goes on from, and what is made of it; JSON.
ALTER TABLE jobs ADD COLUMN follow_up TEXT;
CREATE INDEX jobs_follow_ups ON jobs (user) WHERE follow_up IS NOT NULL;
