package org.fingerpost.k8s.schema;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What a model's annotations say must be there. */
final class Required {
    private Required() {}

    static List<String> missing(ObjectMapper mapper, Object read) {
        List<String> missing = new ArrayList<>();
        walk(mapper, read, missing);
        return missing;
    }

    private static void walk(ObjectMapper mapper, Object read, List<String> missing) {
        if (read instanceof Collection<?> many) {
            many.forEach(each -> walk(mapper, each, missing));
            return;
        }
        if (read == null || read instanceof Enum<?> || !isModel(read.getClass())) {
            return;
        }
        var type = mapper.getTypeFactory().constructType(read.getClass());
        for (BeanPropertyDefinition property :
                mapper.getSerializationConfig().introspect(type).findProperties()) {
            if (property.getGetter() == null) {
                continue;
            }
            Object value = property.getGetter().getValue(read);
            // A number that is missing is 0 in the models, and none that is needed may be.
            if (property.isRequired() && (value == null || value.equals(0))) {
                missing.add(read.getClass().getSimpleName() + " needs " + property.getName());
            }
            walk(mapper, value, missing);
        }
    }

    private static boolean isModel(Class<?> type) {
        return type.getName().startsWith("io.strimzi.api.")
                || type.getName().startsWith("io.fabric8.kubernetes.api.model.gatewayapi.");
    }
}
