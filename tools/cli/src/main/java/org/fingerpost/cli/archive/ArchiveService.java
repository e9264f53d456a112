package org.fingerpost.cli.archive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.fingerpost.cli.service.ConfigService;

/** The config service's archives. */
record ArchiveService(ConfigService service) {
    private static final int PAGE = 1_000;

    /** Writes the file whole, or leaves what was there. */
    void export(String passphrase, Path file) {
        JsonNode body = JsonNodeFactory.instance.objectNode().put("passphrase", passphrase);
        service.fetch("archives", body, file);
    }

    long send(String passphrase, Path file, boolean overwrite) {
        return service.upload(
                        "archives/import?overwrite=" + overwrite, "passphrase", passphrase, file)
                .path("id")
                .asLong();
    }

    JsonNode job(long id) {
        return service.get("archives/imports/" + id);
    }

    List<JsonNode> rejections(long id) {
        List<JsonNode> all = new ArrayList<>();
        JsonNode page;
        long after = 0;
        do {
            page =
                    service.get(
                            "archives/imports/"
                                    + id
                                    + "/rejections?size="
                                    + PAGE
                                    + "&after="
                                    + after);
            page.forEach(all::add);
            after = all.isEmpty() ? 0 : all.getLast().path("line").asLong();
        } while (page.size() == PAGE);
        return all;
    }
}
