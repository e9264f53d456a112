package org.fingerpost.formats.definition;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.fingerpost.formats.datafile.DataFile;
import org.fingerpost.formats.datafile.DataFileException;
import org.fingerpost.formats.datafile.Element;

/**
 * One file of definitions. Only the numbers are read at first, which is quick even before anything
 * is compiled; what stands behind a number is read when somebody asks for it. So each setting
 * begins a line of the file, and its numbers come first:
 *
 * <pre>
 * file    = head 1*setting "&lt;/definitions>"
 * setting = LF SP SP "&lt;setting p=" DQUOTE numbers DQUOTE ...     ; up to the next
 * </pre>
 */
final class Theme {

    private static final String BEGIN = "\n  <setting p=\"";
    private static final String END = "</definitions>";

    private final String file;
    private final String text;
    private final TypeReader kinds;
    private final List<Place> places = new ArrayList<>();

    /**
     * @throws DataFileException with file and line, if the numbers are not what they should be
     */
    Theme(String file, byte[] bytes) {
        this.file = file;
        this.text = new String(bytes, StandardCharsets.UTF_8);
        int end = text.lastIndexOf(END);
        int from = text.indexOf(BEGIN);
        if (from < 0 || end < from) {
            throw new DataFileException(file, 1, "there is no setting");
        }
        this.kinds = kinds(text.substring(0, from) + END);
        int line = 1;
        int counted = 0;
        int last = -1;
        while (from >= 0) {
            int next = text.indexOf(BEGIN, from + 1);
            line += lines(counted, from + 1);
            counted = from + 1;
            var place = new Place(line, from + 1, next < 0 ? end : next);
            if (place.numbers[0] < last) {
                throw new DataFileException(file, line, "out of order: " + place.numbers[0]);
            }
            last = place.numbers[0];
            places.add(place);
            from = next;
        }
    }

    /** The settings, in the order of the file, which is that of their first numbers. */
    List<Place> places() {
        return places;
    }

    private int lines(int from, int to) {
        int lines = 0;
        for (int at = text.indexOf('\n', from);
                at >= 0 && at < to;
                at = text.indexOf('\n', at + 1)) {
            lines++;
        }
        return lines;
    }

    private TypeReader kinds(String head) {
        var kinds = new TypeReader();
        for (Element kind : element(1, head).children()) {
            if (!kind.name().equals("kind")) {
                throw kind.wrong("neither kind nor setting: " + kind.name());
            }
            kinds.kind(kind);
        }
        return kinds;
    }

    private Element element(int line, String written) {
        return DataFile.read(file, line, written.getBytes(StandardCharsets.UTF_8));
    }

    /** A setting in its file. */
    final class Place {

        private final int line;
        private final int from;
        private final int to;
        private final int[] numbers;

        /** Empty until somebody asks; whoever asks at the same moment reads the same. */
        private volatile List<Definition> definitions = List.of();

        private Place(int line, int from, int to) {
            this.line = line;
            this.from = from;
            this.to = to;
            int first = from - 1 + BEGIN.length();
            try {
                numbers = Numbers.parse(text.substring(first, text.indexOf('"', first)));
            } catch (IllegalArgumentException wrong) {
                throw wrong(wrong.getMessage());
            }
        }

        /** Where it begins, from 1. */
        int line() {
            return line;
        }

        /** In the order of the file; not to be changed. */
        int[] numbers() {
            return numbers;
        }

        /**
         * What the numbers mean, in their order.
         *
         * @throws DataFileException with file and line
         */
        List<Definition> definitions() {
            List<Definition> read = definitions;
            if (read.isEmpty()) {
                Element setting = element(line, text.substring(from, to));
                try {
                    read = new DefinitionReader(setting, kinds).read(numbers);
                } catch (IllegalArgumentException wrong) {
                    throw wrong(wrong.getMessage());
                }
                definitions = read;
            }
            return read;
        }

        /** The exception to throw for what is wrong here. */
        DataFileException wrong(String what) {
            return new DataFileException(file, line, what);
        }
    }
}
