package org.fingerpost.cli.lines;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fingerpost.cli.streams.Complaint;

/**
 * The JSON form, in which a value may hold anything.
 *
 * <pre>
 * {"mac": "000b82123456", "settings": [{"p": "P47", "value": "sip.example.net"}]}
 * </pre>
 *
 * <p>{@code mac} may be absent; for an alias {@code "alias"} stands in the place of {@code "p"}.
 */
public final class SettingsJson {

    private static final ObjectMapper JSON =
            JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    // Other commands tell more of a setting, such as its description.
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build();

    private SettingsJson() {}

    /** What such a text says. */
    public record Content(Optional<String> mac, List<SettingLine> settings) {}

    public static String write(Content content) {
        ObjectNode root = JSON.createObjectNode();
        content.mac().ifPresent(mac -> root.put("mac", mac));
        var settings = root.putArray("settings");
        for (SettingLine setting : content.settings()) {
            settings.addObject()
                    .put(isPValue(setting.name()) ? "p" : "alias", setting.name())
                    .put("value", setting.value());
        }
        try {
            return JSON.writeValueAsString(root) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree of texts is no JSON", impossible);
        }
    }

    /**
     * Reads what {@link #write} writes.
     *
     * @throws Complaint if it is something else; no value is quoted
     */
    public static Content read(byte[] json) {
        Body body;
        try {
            body = JSON.readValue(json, Body.class);
        } catch (JsonProcessingException wrong) {
            int line = wrong.getLocation() == null ? 0 : wrong.getLocation().getLineNr();
            throw new Complaint(
                    "line "
                            + line
                            + ": not the JSON of settings, which is {\"settings\": [{\"p\":"
                            + " \"P47\", \"value\": \"...\"}]}",
                    wrong);
        } catch (IOException impossible) {
            throw new IllegalStateException("reading from memory failed", impossible);
        }
        return new Content(Optional.ofNullable(body.mac()), settings(body));
    }

    private static List<SettingLine> settings(Body body) {
        List<SettingLine> settings = new ArrayList<>();
        for (Body.Entry entry : Optional.ofNullable(body.settings()).orElse(List.of())) {
            int place = settings.size() + 1;
            if (entry == null
                    || entry.value() == null
                    || (entry.p() == null) == (entry.alias() == null)) {
                throw new Complaint("setting " + place + ": it has a value, and either p or alias");
            }
            settings.add(
                    new SettingLine(
                            place, entry.p() == null ? entry.alias() : entry.p(), entry.value()));
        }
        return settings;
    }

    private static boolean isPValue(String name) {
        return name.matches("P[0-9]+");
    }

    private record Body(String mac, List<Entry> settings) {
        private record Entry(String p, String alias, String value) {}
    }
}
