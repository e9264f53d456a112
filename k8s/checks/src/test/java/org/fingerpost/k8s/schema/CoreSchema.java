package org.fingerpost.k8s.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.kubernetes.client.openapi.JSON;
import io.kubernetes.client.util.ModelMapper;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import org.fingerpost.k8s.documents.Document;

/** Kubernetes' own kinds, by the models that are generated from its OpenAPI. */
final class CoreSchema {
    private static final Gson GSON = JSON.getGson();

    private CoreSchema() {}

    static List<String> faults(Document document) {
        Class<?> model =
                ModelMapper.preBuiltGetApiTypeClass(
                        document.group(), document.version(), document.kind());
        if (model == null) {
            return List.of("no such kind: " + document.apiVersion() + " " + document.kind());
        }
        JsonElement json = JsonParser.parseString(document.tree().toString());
        try {
            model.getMethod("validateJsonElement", JsonElement.class).invoke(null, json);
            JsonNode read = new JsonMapper().readTree(GSON.toJson(GSON.fromJson(json, model)));
            List<String> faults = new ArrayList<>();
            types("", document.tree(), read, faults);
            return faults;
        } catch (JsonParseException | JsonProcessingException | NumberFormatException e) {
            return List.of("has a wrong type: " + e.getMessage());
        } catch (InvocationTargetException e) {
            return List.of(String.valueOf(e.getCause().getMessage()));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(model + " cannot be asked", e);
        }
    }

    /** The model's reader takes a text for a number, which a cluster does not. */
    private static void types(String at, JsonNode given, JsonNode read, List<String> faults) {
        if (given.isObject()) {
            given.properties()
                    .forEach(each ->
                            types(
                                    at + "/" + each.getKey(),
                                    each.getValue(),
                                    read.path(each.getKey()),
                                    faults));
        } else if (given.isArray()) {
            for (int i = 0; i < given.size(); i++) {
                types(at + "/" + i, given.get(i), read.path(i), faults);
            }
        } else if (given.getNodeType() != read.getNodeType()) {
            faults.add(at + " is " + given + " and was read as " + read);
        }
    }
}
