package org.fingerpost.launcher.deployment;

import java.util.List;

/** The secrets we know, so that they are not shown with the last lines of somebody's log. */
record Secrets(List<String> texts) {

    String hideIn(String lines) {
        String shown = lines;
        for (String text : texts) {
            if (!text.isBlank()) {
                shown = shown.replace(text.strip(), "(hidden)");
            }
        }
        return shown;
    }

    @Override
    public String toString() {
        return "Secrets";
    }
}
