package org.fingerpost.fuzz.calls;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.fingerpost.formats.markup.MarkupException;
import org.fingerpost.fuzz.claim.Allowance;
import org.fingerpost.fuzz.claim.Claim;
import org.fingerpost.redirect.dialects.xmlrpc.wire.CallReader;
import org.fingerpost.redirect.dialects.xmlrpc.wire.MethodAnswer;
import org.fingerpost.redirect.dialects.xmlrpc.wire.MethodCall;
import org.fingerpost.redirect.dialects.xmlrpc.wire.Value;

/**
 * The reader of calls in XML-RPC. Refused by the markup's own exception. What is read keeps the
 * limits, and written again it reads the same. An answer that repeats a text of the call is read
 * with that text.
 */
public final class XmlrpcTarget {
    private XmlrpcTarget() {}

    public static void fuzzerTestOneInput(byte[] input) {
        Allowance.of(
                        input.length,
                        () ->
                                Claim.readOrRefused(
                                        MarkupException.class, () -> CallReader.read(input)))
                .ifPresent(XmlrpcTarget::check);
    }

    private static void check(MethodCall call) {
        Claim.holds(call.params().size() <= CallReader.MAX_PARAMS, "parameters have their limit");
        Claim.holds(
                call.params().stream().mapToInt(XmlrpcTarget::count).sum() <= CallReader.MAX_VALUES,
                "values have their limit");
        String written = written(call);
        if (written.length() < CallReader.MAX_BYTES / 4) {
            Claim.same(
                    call,
                    CallReader.read(written.getBytes(StandardCharsets.UTF_8)),
                    "written again it reads the same");
        }
    }

    private static int count(Value value) {
        return switch (value) {
            case Value.Text _ -> 1;
            case Value.Many(var many) -> 1 + many.stream().mapToInt(XmlrpcTarget::count).sum();
        };
    }

    private static String written(MethodCall call) {
        return "<methodCall><methodName>"
                + call.method()
                + "</methodName><params>"
                + call.params().stream()
                        .map(value -> "<param>" + written(value) + "</param>")
                        .collect(Collectors.joining())
                + "</params></methodCall>";
    }

    private static String written(Value value) {
        return switch (value) {
            case Value.Text(String text) -> "<value><string>" + escaped(text) + "</string></value>";
            case Value.Many(var many) ->
                    many.stream()
                            .map(XmlrpcTarget::written)
                            .collect(
                                    Collectors.joining(
                                            "", "<value><array><data>", "</data></array></value>"));
        };
    }

    /** As an answer escapes it, with the line ends that a reader would change. */
    private static String escaped(String text) {
        String answer =
                new String(
                        new MethodAnswer.Said(true, text.replaceAll("[\\n\\r\\t]", "")).bytes(),
                        StandardCharsets.UTF_8);
        Claim.holds(answer.endsWith("</methodResponse>"), "an answer is whole");
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\r", "&#13;");
    }
}
