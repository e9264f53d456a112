package org.fingerpost.formats.definition;

import java.util.Arrays;

/**
 * The P-values of a setting as a data file lists them.
 *
 * <pre>
 * numbers = run *( SP run )
 * run     = number [ ".." number [ "/" step ] ]     ; 8404..8431/3 is 8404, 8407, ... 8431
 * number  = "0" / ( "1"-"9" *5digit )
 * </pre>
 */
final class Numbers {

    private static final int LARGEST = 999_999;

    private final String text;
    private int at;
    private int[] numbers = new int[16];
    private int count;

    private Numbers(String text) {
        this.text = text;
    }

    /**
     * The numbers, at least one.
     *
     * @throws IllegalArgumentException if that is not what stands there
     */
    static int[] parse(String text) {
        return new Numbers(text).all();
    }

    private int[] all() {
        run();
        while (at < text.length()) {
            expect(" ");
            run();
        }
        return Arrays.copyOf(numbers, count);
    }

    private void run() {
        int first = number();
        int last = first;
        int step = 1;
        if (text.startsWith("..", at)) {
            expect("..");
            last = number();
            if (text.startsWith("/", at)) {
                expect("/");
                step = number();
            }
            if (last <= first || step < 1 || (last - first) % step != 0) {
                throw wrong();
            }
        }
        for (int n = first; n <= last; n += step) {
            add(n);
        }
    }

    private void add(int number) {
        if (count == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * count);
        }
        numbers[count++] = number;
    }

    private void expect(String mark) {
        if (!text.startsWith(mark, at)) {
            throw wrong();
        }
        at += mark.length();
    }

    private int number() {
        int from = at;
        int number = 0;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            number = number * 10 + text.charAt(at) - '0';
            at++;
            if (number > LARGEST) {
                throw wrong();
            }
        }
        if (at == from || at - from > 1 && text.charAt(from) == '0') {
            throw wrong();
        }
        return number;
    }

    private IllegalArgumentException wrong() {
        return new IllegalArgumentException("not a list of numbers: \"" + text + "\"");
    }
}
