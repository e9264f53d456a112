package org.fingerpost.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class HelpTest {

    /** What a terminal of 80 columns shows on a line; a longer example would be torn. */
    private static final int COLUMNS = 80;

    @ParameterizedTest
    @MethodSource("commands")
    void examplesCanBeCopied(CommandLine command) {
        assertThat(command.getCommandSpec().usageMessage().footer())
                .filteredOn(line -> line.startsWith("  "))
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(COLUMNS));
    }

    static Stream<CommandLine> commands() {
        return below(Fingerpost.commandLine(Ran.nothing()));
    }

    private static Stream<CommandLine> below(CommandLine command) {
        return Stream.concat(
                Stream.of(command),
                command.getSubcommands().values().stream().flatMap(HelpTest::below));
    }
}
