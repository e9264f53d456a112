-- Which trace a change belongs to (W3C Trace Context, traceparent); null if nobody traces.
ALTER TABLE outbox ADD COLUMN traceparent text CHECK (length(traceparent) = 55);
