package org.fingerpost.config.phone;

import java.util.Optional;
import org.fingerpost.config.assembly.books.Affixes;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.formats.request.CarriedName;
import org.fingerpost.formats.request.RequestedFile;

/**
 * What the last segment of a path asks this door for; what stands before it says nothing here.
 *
 * <p>A prefix or postfix (P234, P235) may name revisions; one that names none is passed over.
 */
sealed interface AskedFile {
    record Own(MacAddress mac, boolean xml, Affixes affixes) implements AskedFile {}

    /** The file of any phone, or of any phone of a model. */
    record Generic(Optional<String> model, Affixes affixes) implements AskedFile {}

    /** No config file. */
    record None() implements AskedFile {}

    /**
     * @param path as it came
     */
    static AskedFile of(String path) {
        return switch (RequestedFile.of(path)) {
            case RequestedFile.OwnBinary(MacAddress mac, boolean _) ->
                    new Own(mac, false, Affixes.NONE);
            case RequestedFile.OwnXml(MacAddress mac) -> new Own(mac, true, Affixes.NONE);
            case RequestedFile.GenericXml() -> new Generic(Optional.empty(), Affixes.NONE);
            case RequestedFile.ModelXml(String model) ->
                    new Generic(Optional.of(model), Affixes.NONE);
            case RequestedFile.Other() ->
                    RequestedFile.lastSegment(path)
                            .flatMap(CarriedName::find)
                            .map(AskedFile::carried)
                            .orElseGet(None::new);
        };
    }

    private static AskedFile carried(CarriedName name) {
        Affixes affixes = Affixes.of(name);
        return switch (name.kind()) {
            case BINARY -> new Own(name.mac().orElseThrow(), false, affixes);
            case XML -> new Own(name.mac().orElseThrow(), true, affixes);
            case GENERIC_XML -> new Generic(Optional.empty(), affixes);
        };
    }
}
