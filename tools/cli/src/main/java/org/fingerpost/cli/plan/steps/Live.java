package org.fingerpost.cli.plan.steps;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fingerpost.cli.service.ConfigService;

/**
 * What the service has now.
 *
 * @param groups their parents, empty if they lie in none
 */
record Live(
        ConfigService service, Map<String, Optional<String>> groups, Map<String, JsonNode> sheets) {
    private static final int PAGE = 1_000;

    static Live of(ConfigService service, boolean withGroups) {
        Map<String, Optional<String>> groups = new LinkedHashMap<>();
        if (withGroups) {
            service.get("groups")
                    .forEach(group ->
                            groups.put(
                                    group.path("name").asText(),
                                    Optional.of(group.path("parent"))
                                            .filter(JsonNode::isTextual)
                                            .map(JsonNode::textValue)));
        }
        Map<String, JsonNode> sheets = new LinkedHashMap<>();
        service.get("sheets").forEach(sheet -> sheets.put(sheet.path("name").asText(), sheet));
        return new Live(service, groups, sheets);
    }

    /** What the sheet says; nothing if it is not published. */
    Optional<JsonNode> said(String sheet) {
        return Optional.ofNullable(sheets.get(sheet))
                .map(found -> found.path("published").path("said"))
                .filter(JsonNode::isObject);
    }

    /** Who has a draft of it. */
    Optional<String> drafter(String sheet) {
        return Optional.ofNullable(sheets.get(sheet))
                .map(found -> found.path("draft").path("author"))
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue);
    }

    List<String> devices() {
        List<String> macs = new ArrayList<>();
        String after = "000000000000";
        JsonNode page;
        do {
            page = service.get("devices?size=" + PAGE + "&after=" + after);
            page.forEach(device -> macs.add(device.path("mac").asText()));
            after = macs.isEmpty() ? after : macs.getLast();
        } while (page.size() == PAGE);
        return macs;
    }
}
