package org.fingerpost.k8s.schema;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.Gateway;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.nodepool.KafkaNodePool;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import io.strimzi.api.kafka.model.user.KafkaUser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fingerpost.k8s.documents.Document;

/**
 * Kinds whose readers publish Java models: Strimzi's own, and fabric8's of the Gateway API. The
 * models keep what they do not know and read a number from a text; here neither passes.
 */
final class ModelSchema {
    private static final Map<String, Class<?>> MODELS =
            Map.of(
                    "kafka.strimzi.io/v1 Kafka", Kafka.class,
                    "kafka.strimzi.io/v1 KafkaNodePool", KafkaNodePool.class,
                    "kafka.strimzi.io/v1 KafkaTopic", KafkaTopic.class,
                    "kafka.strimzi.io/v1 KafkaUser", KafkaUser.class,
                    "gateway.networking.k8s.io/v1 Gateway", Gateway.class,
                    "gateway.networking.k8s.io/v1 HTTPRoute", HTTPRoute.class);

    private static final JsonMapper STRICT =
            JsonMapper.builder()
                    .annotationIntrospector(new NothingBesides())
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .defaultPropertyInclusion(
                            JsonInclude.Value.construct(
                                    JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
                    .withCoercionConfig(
                            LogicalType.Integer,
                            config ->
                                    config.setCoercion(
                                            CoercionInputShape.String, CoercionAction.Fail))
                    .build();

    private ModelSchema() {}

    static List<String> faults(Document document) {
        Class<?> model = MODELS.get(document.apiVersion() + " " + document.kind());
        if (model == null) {
            return document.is("TLSRoute")
                    ? WrittenSchema.faults(document)
                    : List.of("no model of " + document.apiVersion() + " " + document.kind());
        }
        try {
            Object read = STRICT.treeToValue(document.tree(), model);
            List<String> faults = new ArrayList<>(Required.missing(STRICT, read));
            // What was read to nothing, such as a word that is none of an enum's, is not there.
            lost("", document.tree(), STRICT.valueToTree(read), faults);
            return faults;
        } catch (JsonProcessingException e) {
            return List.of(e.getOriginalMessage());
        }
    }

    private static void lost(String at, JsonNode given, JsonNode read, List<String> faults) {
        if (given.isContainerNode() && given.size() > 0 && read.isMissingNode()) {
            faults.add(at + " was not understood");
        } else if (given.isObject()) {
            given.properties()
                    .forEach(each ->
                            lost(
                                    at + "/" + each.getKey(),
                                    each.getValue(),
                                    read.path(each.getKey()),
                                    faults));
        } else if (given.isArray()) {
            for (int i = 0; i < given.size(); i++) {
                lost(at + "/" + i, given.get(i), read.path(i), faults);
            }
        } else if (!at.equals("/apiVersion") && !given.asText().equals(read.asText())) {
            faults.add(at + " is " + given + " and was read as " + read);
        }
    }

    /** Takes the models their bags for what they do not know, and has defaults written too. */
    private static final class NothingBesides extends JacksonAnnotationIntrospector {
        private static final long serialVersionUID = 1;

        @Override
        public Boolean hasAnySetter(Annotated member) {
            return false;
        }

        @Override
        public JsonInclude.Value findPropertyInclusion(Annotated member) {
            return JsonInclude.Value.construct(
                    JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL);
        }
    }
}
