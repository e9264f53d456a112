package org.fingerpost.redirect.imports.lists;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.fingerpost.lists.CsvRecords;
import org.fingerpost.problems.Problem;

/**
 * A list as CSV in UTF-8. Its header names the columns {@code first}, {@code last}, {@code
 * targetServerId} and, if it likes, {@code company}, in any order.
 */
public final class CsvRangeList implements RangeList {
    private static final List<String> NEEDED = List.of("first", "last", "targetserverid");
    private static final int LONGEST_RECORD = 4096;
    private static final String COMPANY = "company";

    @Override
    public void read(InputStream bytes, Consumer<ListedRange> to) throws IOException {
        try {
            readRecords(bytes, to);
        } catch (CharacterCodingException e) {
            throw Problem.unreadable("import-unreadable", "the list is not in UTF-8");
        }
    }

    private static void readRecords(InputStream bytes, Consumer<ListedRange> to)
            throws IOException {
        var decoder =
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        var text = new BufferedReader(new InputStreamReader(bytes, decoder));
        var records = new CsvRecords(text, ",", LONGEST_RECORD);
        List<String> header = header(records.next());
        int first = header.indexOf(NEEDED.get(0));
        int last = header.indexOf(NEEDED.get(1));
        int server = header.indexOf(NEEDED.get(2));
        int company = header.indexOf(COMPANY);
        List<String> cells;
        while (!(cells = records.next()).isEmpty()) {
            if (cells.size() > header.size()) {
                throw records.broken("there are more cells than columns before this line");
            }
            to.accept(
                    new ListedRange(
                            cell(cells, first),
                            cell(cells, last),
                            cell(cells, server),
                            cell(cells, company)));
        }
    }

    private static List<String> header(List<String> cells) {
        List<String> header =
                cells.stream().map(name -> name.strip().toLowerCase(Locale.ROOT)).toList();
        boolean known =
                header.stream().allMatch(name -> NEEDED.contains(name) || name.equals(COMPANY));
        if (!known
                || !header.containsAll(NEEDED)
                || header.stream().distinct().count() < header.size()) {
            throw Problem.invalid(
                    "import-unreadable",
                    "the first line names the columns: first,last,targetServerId, and company if"
                            + " you like");
        }
        return header;
    }

    /** A cell that is not there is empty, and judged as such. */
    private static String cell(List<String> cells, int at) {
        return at >= 0 && at < cells.size() ? cells.get(at) : "";
    }
}
