package org.fingerpost.cli.template;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.fingerpost.formats.catalogue.Finding;
import org.fingerpost.formats.catalogue.Severity;

/** A finding in words, and for programs. */
final class FindingText {

    private FindingText() {}

    static String line(Finding finding) {
        return "%-8s%s%n".formatted(word(finding.severity()), finding);
    }

    static String json(Finding finding) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("line", finding.line());
        root.put("p", finding.p().toString());
        root.put("severity", word(finding.severity()));
        root.put("rule", finding.rule());
        root.put("sentence", finding.sentence());
        finding.suggestion().ifPresent(suggestion -> root.put("suggestion", suggestion));
        return root + "\n";
    }

    private static String word(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
        };
    }
}
