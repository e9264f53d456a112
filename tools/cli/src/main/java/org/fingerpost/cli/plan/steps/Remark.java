package org.fingerpost.cli.plan.steps;

import org.fingerpost.cli.folder.yaml.Spot;

/** Something to say about one line of the folder. */
public record Remark(Spot spot, String p, String sentence) {
    Remark hidden() {
        return new Remark(spot, p, "what its reference brings is not as " + p + " wants it");
    }

    @Override
    public String toString() {
        return spot + ": " + (sentence.startsWith(p) ? sentence : p + ": " + sentence);
    }
}
