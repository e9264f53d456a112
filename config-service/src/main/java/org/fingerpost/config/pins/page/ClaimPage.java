package org.fingerpost.config.pins.page;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import org.fingerpost.config.pins.page.ClaimForm.Field;

/** The page's HTML. Whatever a person typed goes through {@link #escaped}. */
final class ClaimPage {
    private static final String STYLE =
            """
            body{font:1.125rem/1.5 sans-serif;color:#111;background:#fff;margin:0}
            main{max-width:32rem;margin:0 auto;padding:1rem}
            label{display:block;font-weight:bold;margin-top:1.25rem}
            input{font:inherit;box-sizing:border-box;width:100%;padding:.5rem;border:2px solid #555}
            button{font:inherit;margin-top:1.5rem;padding:.75rem 1.5rem;color:#fff;background:#0b4f8a;border:0}
            input:focus,button:focus{outline:3px solid #0b4f8a;outline-offset:2px}
            .hint{margin:0;color:#444}
            .error{margin:0;color:#a40000;font-weight:bold}
            [role=alert]{border-left:.5rem solid #a40000;padding:.25rem 1rem}
            """;

    /** Nothing is loaded, run or framed; the one style is named by its hash. */
    static final String POLICY =
            "default-src 'none'; style-src 'sha256-"
                    + sha256(STYLE)
                    + "'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private ClaimPage() {}

    /** The form as nobody has filled it in. */
    static String blank() {
        return form(ClaimForm.EMPTY, Map.of(), "");
    }

    /**
     * The form once more, with what was typed but the PIN.
     *
     * @param errors beside their fields
     * @param above all of it; empty if the fields say it all
     */
    static String form(ClaimForm given, Map<Field, String> errors, String above) {
        boolean wrong = !errors.isEmpty() || !above.isEmpty();
        String alert = above.isEmpty() ? "Please look at the marked fields." : above;
        StringBuilder form = new StringBuilder();
        form.append("<p>You need the phone and the PIN that you were given for it.</p>\n");
        if (wrong) {
            form.append("<p role=\"alert\">").append(escaped(alert)).append("</p>\n");
        }
        form.append("<form method=\"post\" novalidate>\n")
                .append(mac(given, errors))
                .append(pin(errors))
                .append(number(given, errors));
        if (errors.containsKey(Field.MODEL) || !given.model().isEmpty()) {
            form.append(model(given, errors));
        }
        form.append("<button type=\"submit\">Set up the phone</button>\n</form>\n");
        return page((wrong ? "Error: " : "") + "Set up your phone", "Set up your phone", form);
    }

    /** A page that only says something. */
    static String message(String heading, String text) {
        return page(heading, heading, "<p>" + escaped(text) + "</p>\n");
    }

    private static String mac(ClaimForm given, Map<Field, String> errors) {
        return field(
                Field.MAC,
                "MAC address",
                "On the label under the phone: twelve characters such as 00:0B:82:12:34:56.",
                "value=\""
                        + escaped(given.mac())
                        + "\" required spellcheck=\"false\""
                        + " autocapitalize=\"characters\" maxlength=\"40\"",
                errors);
    }

    /** Never sent back: whoever comes to the screen later does not find it there. */
    private static String pin(Map<Field, String> errors) {
        return field(
                Field.PIN,
                "PIN",
                "6 to 10 digits, on the letter from your telephone provider.",
                "value=\"\" required inputmode=\"numeric\" maxlength=\"30\"",
                errors);
    }

    private static String number(ClaimForm given, Map<Field, String> errors) {
        return field(
                Field.NUMBER,
                "Telephone number",
                "If one stands beside the PIN; leave it empty otherwise.",
                "value=\"" + escaped(given.number()) + "\" inputmode=\"tel\" maxlength=\"40\"",
                errors);
    }

    private static String model(ClaimForm given, Map<Field, String> errors) {
        return field(
                Field.MODEL,
                "Model",
                "On the label under the phone, such as GXP2160.",
                "value=\"" + escaped(given.model()) + "\" spellcheck=\"false\" maxlength=\"40\"",
                errors);
    }

    private static String field(
            Field field, String label, String hint, String more, Map<Field, String> errors) {
        String id = field.name().toLowerCase(Locale.ROOT);
        String error = errors.getOrDefault(field, "");
        String told =
                error.isEmpty()
                        ? ""
                        : "<p class=\"error\" id=\"%s-error\">%s</p>\n"
                                .formatted(id, escaped(error));
        String describedBy = id + "-hint" + (error.isEmpty() ? "" : " " + id + "-error");
        String invalid = error.isEmpty() ? "" : " aria-invalid=\"true\"";
        return """
        <label for="%1$s">%2$s</label>
        <p class="hint" id="%1$s-hint">%3$s</p>
        %4$s<input id="%1$s" name="%1$s" type="text" autocomplete="off" \
        aria-describedby="%5$s"%6$s %7$s>
        """
                .formatted(id, label, hint, told, describedBy, invalid, more);
    }

    private static String page(String title, String heading, CharSequence body) {
        return """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="robots" content="noindex">
        <title>%s</title>
        <style>%s</style>
        </head>
        <body>
        <main>
        <h1>%s</h1>
        %s</main>
        </body>
        </html>
        """
                .formatted(escaped(title), STYLE, escaped(heading), body);
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String sha256(String text) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
