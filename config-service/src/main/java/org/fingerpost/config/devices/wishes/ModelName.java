package org.fingerpost.config.devices.wishes;

import java.util.List;
import org.fingerpost.formats.model.DeviceModel;
import org.fingerpost.formats.model.DeviceModels;
import org.fingerpost.formats.model.NearNames;
import org.fingerpost.problems.Problem;

/** The name of a model as a provider writes it. */
public final class ModelName {
    private static final int LONGEST = 64;

    private ModelName() {}

    /** The model of that name; refuses one that is not known, and says which are near. */
    public static DeviceModel known(String name) {
        return DeviceModels.find(name).orElseThrow(() -> unknown(name));
    }

    private static Problem unknown(String name) {
        List<String> near = NearNames.of(name, DeviceModels.all().stream().map(DeviceModel::name));
        String hint = near.isEmpty() ? "" : ": did you mean " + String.join(", ", near) + "?";
        return Problem.invalid(
                        "unknown-model", "'" + shown(name) + "' is no model known here" + hint)
                .with("field", "model")
                .with("nearMisses", near);
    }

    private static String shown(String name) {
        String given = name.length() > LONGEST ? name.substring(0, LONGEST) + "..." : name;
        return given.replaceAll("\\p{Cntrl}", "?");
    }
}
