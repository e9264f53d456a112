package org.fingerpost.gateway.names;

import org.fingerpost.formats.request.CarriedName;
import org.fingerpost.formats.request.RequestedFile;

/** Which files of a provider's directory are config files; all others are firmware's. */
public final class ConfigNames {
    private static final String TEXT = "cfg.txt";

    private ConfigNames() {}

    /**
     * @param path percent-encoded, of which the last segment counts
     */
    public static boolean isConfig(String path) {
        return switch (RequestedFile.of(path)) {
            case RequestedFile.Other() ->
                    RequestedFile.lastSegment(path)
                            .filter(name ->
                                    name.equalsIgnoreCase(TEXT)
                                            || CarriedName.find(name).isPresent())
                            .isPresent();
            case RequestedFile.OwnBinary _,
                    RequestedFile.OwnXml _,
                    RequestedFile.GenericXml _,
                    RequestedFile.ModelXml _ ->
                    true;
        };
    }
}
