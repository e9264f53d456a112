package org.fingerpost.cli;

import java.util.Arrays;
import org.fingerpost.cli.streams.Streams;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Makes commands; those that want the streams get them through their constructor. */
record CommandFactory(Streams streams) implements IFactory {

    @Override
    public <K> K create(Class<K> type) throws Exception {
        var wanting =
                Arrays.stream(type.getDeclaredConstructors())
                        .filter(made ->
                                Arrays.equals(
                                        made.getParameterTypes(), new Class<?>[] {Streams.class}))
                        .findFirst();
        if (wanting.isEmpty()) {
            return CommandLine.defaultFactory().create(type);
        }
        wanting.get().setAccessible(true);
        return type.cast(wanting.get().newInstance(streams));
    }
}
