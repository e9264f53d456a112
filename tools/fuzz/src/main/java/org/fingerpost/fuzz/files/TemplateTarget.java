package org.fingerpost.fuzz.files;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.fingerpost.formats.pvalue.Setting;
import org.fingerpost.formats.template.TemplateEntry;
import org.fingerpost.formats.template.TemplateException;
import org.fingerpost.formats.template.TextTemplate;
import org.fingerpost.fuzz.claim.Allowance;
import org.fingerpost.fuzz.claim.Claim;

/**
 * The text template. Refused by its own exception. What was read is written again and reads the
 * same, comments too, with nothing odd in it; what was written is written the same again.
 */
public final class TemplateTarget {

    /** Characters of a line; near the limit a line that becomes a comment would be too long. */
    private static final int LONGEST_LINE = 60_000;

    private TemplateTarget() {}

    public static void fuzzerTestOneInput(byte[] input) {
        Allowance.of(
                        input.length,
                        () ->
                                Claim.readOrRefused(
                                        TemplateException.class, () -> TextTemplate.read(input)))
                .ifPresent(template -> rewritten(template, input.length));
    }

    private static void rewritten(TextTemplate read, int size) {
        read.oddities().forEach(Claim::isTellable);
        Optional<byte[]> written = Claim.readOrRefused(TemplateException.class, read::write);
        Claim.holds(
                written.isPresent() || size > LONGEST_LINE,
                "what was read of short lines can be written");
        Claim.same(
                written.isPresent(), read.obstacles().isEmpty(), "obstacles are why it is refused");
        written.ifPresent(file -> {
            TextTemplate again = TextTemplate.read(file);
            Claim.same(settings(read), settings(again), "the settings read the same");
            Claim.same(descriptions(read), descriptions(again), "the comments read the same");
            Claim.same(List.of(), again.oddities(), "what we write is not odd");
            Claim.holds(Arrays.equals(file, again.write()), "it is written the same twice");
        });
    }

    private static List<Setting> settings(TextTemplate template) {
        return template.entries().stream().map(TemplateEntry::setting).toList();
    }

    private static List<String> descriptions(TextTemplate template) {
        var all =
                new ArrayList<>(
                        template.entries().stream().map(TemplateEntry::description).toList());
        all.add(template.closing());
        return all;
    }
}
