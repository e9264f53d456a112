package org.fingerpost.gateway.front;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fingerpost.gateway.names.ConfigNames;
import org.fingerpost.gateway.names.Door;

/**
 * Whose is a path? Only the choice of a service: each decides for itself what it lets pass.
 *
 * <pre>
 * api      = "/api/v1/" word …            ; the service that has this word, see below
 * named    = "/" service "/api/" …        ; that service, without its name in front
 * programs = "/api/provision" / "/xmlrpc" / "/index.php/xmlrpc" / "/fcgi/do"   ; redirect
 * people   = "/claim/" …                  ; config
 * phones   = "/p/" …                      ; config, or firmware if the file is no config file
 *          / "/fw/" …                     ; firmware
 *          / everything else              ; redirect
 * </pre>
 *
 * <p>{@code audit} is a word of redirect and of config; the plain path is redirect's.
 *
 * @param uri as the service is to be asked
 */
record Owner(Door service, String uri) {
    private static final String API = "/api/v1/";

    private static final Set<String> OF_CONFIG =
            Set.of(
                    "admission",
                    "archives",
                    "claims",
                    "device-imports",
                    "devices",
                    "dhcp-snippets",
                    "generic-settings",
                    "groups",
                    "keys",
                    "pin-batches",
                    "revision-names",
                    "sheets",
                    "staggering");

    private static final Set<String> OF_FIRMWARE =
            Set.of(
                    "companions",
                    "compliance",
                    "doors",
                    "offers",
                    "releases",
                    "rollouts",
                    "store",
                    "subscriptions",
                    "uploads");

    private static final Map<String, Door> NAMED =
            Stream.of(Door.values())
                    .collect(Collectors.toMap(door -> "/" + door.word() + "/api/", door -> door));

    /**
     * @param uri as it was sent, with its query
     */
    static Owner of(String uri) {
        for (Map.Entry<String, Door> named : NAMED.entrySet()) {
            if (uri.startsWith(named.getKey())) {
                Door service = named.getValue();
                return new Owner(service, uri.substring(service.word().length() + 1));
            }
        }
        return new Owner(service(path(uri)), uri);
    }

    private static Door service(String path) {
        if (path.startsWith(API)) {
            return ofWord(path.substring(API.length()).split("[/:]", 2)[0]);
        }
        String[] segments = path.replaceFirst("^/+", "").split("/", 2);
        if (segments.length < 2) {
            return Door.REDIRECT;
        }
        return switch (segments[0]) {
            case "claim" -> Door.CONFIG;
            case "fw" -> Door.FIRMWARE;
            case "p" -> ConfigNames.isConfig(path) ? Door.CONFIG : Door.FIRMWARE;
            default -> Door.REDIRECT;
        };
    }

    static Door ofWord(String word) {
        if (OF_CONFIG.contains(word)) {
            return Door.CONFIG;
        }
        return OF_FIRMWARE.contains(word) ? Door.FIRMWARE : Door.REDIRECT;
    }

    private static String path(String uri) {
        int query = uri.indexOf('?');
        return query < 0 ? uri : uri.substring(0, query);
    }
}
