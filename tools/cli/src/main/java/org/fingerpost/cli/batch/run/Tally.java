package org.fingerpost.cli.batch.run;

/** How many devices came to what. */
public record Tally(long made, long skipped, long refused) {

    static final Tally NONE = new Tally(0, 0, 0);

    Tally with(Done done) {
        return switch (done) {
            case Done.Made _ -> new Tally(made + 1, skipped, refused);
            case Done.Skipped _ -> new Tally(made, skipped + 1, refused);
            case Done.Refused _ -> new Tally(made, skipped, refused + 1);
        };
    }

    @Override
    public String toString() {
        return made + " made, " + skipped + " skipped, " + refused + " refused";
    }
}
