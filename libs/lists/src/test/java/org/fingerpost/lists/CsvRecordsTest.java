package org.fingerpost.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.fingerpost.problems.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** CSV as programs and people write it, and as nobody should. */
class CsvRecordsTest {
    private static final int LONGEST = 4096;
    private static final String CELLS = "ab,;\t\"\r\n \u00e9\u0000\ufeff";

    @Test
    void aMarkQuotesAndAnyEndOfLineAreRead() throws IOException {
        assertThat(read("\ufeffa,\"b \"\"c\"\"\nd\"\r\n\r\re,\n\nf"))
                .containsExactly(List.of("a", "b \"c\"\nd"), List.of("e", ""), List.of("f"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,b;c\td", "a;b,c\td", "\"x,y\";b,c", "a\tb,c;d"})
    void theFirstSeparatorIsTheOnlyOne(String first) throws IOException {
        List<List<String>> records = read(first + "\n" + first);
        assertThat(records.getFirst()).hasSize(2).isEqualTo(records.getLast());
    }

    @Test
    void aCellMayBeEmptyAtTheEndOfTheFile() throws IOException {
        assertThat(read("a,")).containsExactly(List.of("a", ""));
        assertThat(read("\"\"")).containsExactly(List.of(""));
        assertThat(read("")).isEmpty();
        assertThat(read("\r\n\n\r")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x,secr\"et", "x,\"secret", "x,\"secr\"et", "x,\"secret\n\n"})
    void whatHasNoEndIsRefusedWithItsLineAndWithoutItsText(String broken) {
        assertThatThrownBy(() -> read("a,b\n\n" + broken))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("line ")
                .message()
                .doesNotContain("secr");
    }

    @Test
    void aRecordHasAnEnd() {
        assertThatThrownBy(() -> read("a\n" + "x".repeat(LONGEST + 1)))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("line 2");
        assertThatThrownBy(() -> read("\"" + "\n".repeat(LONGEST + 1)))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("4096");
    }

    @Property(tries = 500)
    void whatIsWrittenIsRead(
            @ForAll("records") List<List<String>> records,
            @ForAll("separator") char separator,
            @ForAll("end") String end)
            throws IOException {
        String text =
                records.stream()
                        .map(cells ->
                                cells.stream()
                                        .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                                        .collect(Collectors.joining("" + separator)))
                        .collect(Collectors.joining(end, "", end));

        assertThat(read(text)).isEqualTo(records);
    }

    @Property(tries = 2000)
    void anyTextIsReadToItsEndOrRefused(@ForAll("text") String text) throws IOException {
        try {
            for (List<String> cells : read(text)) {
                assertThat(cells).isNotEmpty();
            }
        } catch (Problem e) {
            assertThat(e.type()).isEqualTo("import-unreadable");
            assertThat(e.getMessage()).contains("line ");
        }
    }

    @Provide
    Arbitrary<List<List<String>>> records() {
        return text().list().ofMinSize(2).ofMaxSize(4).list().ofMinSize(1).ofMaxSize(5);
    }

    @Provide
    Arbitrary<String> text() {
        return Arbitraries.strings().withChars(CELLS.toCharArray()).ofMaxLength(12);
    }

    @Provide
    Arbitrary<Character> separator() {
        return Arbitraries.of(',', ';', '\t');
    }

    @Provide
    Arbitrary<String> end() {
        return Arbitraries.of("\n", "\r\n", "\r");
    }

    private static List<List<String>> read(String text) throws IOException {
        CsvRecords records = new CsvRecords(new StringReader(text), ",;\t", LONGEST);
        List<List<String>> all = new ArrayList<>();
        List<String> cells = records.next();
        while (!cells.isEmpty()) {
            all.add(cells);
            cells = records.next();
        }
        return all;
    }
}
