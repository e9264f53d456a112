package org.fingerpost.formats.catalogue;

import java.util.Set;
import java.util.TreeSet;

/** Numbers that become another by one slip: two digits swapped, one too many, one left out. */
final class Slips {

    private static final int LARGEST = 99_999;

    private Slips() {}

    /** The numbers that may have been meant, ascending. A wrong digit could be any: no slip. */
    static Set<Integer> of(int written) {
        String digits = Integer.toString(written);
        Set<Integer> meant = new TreeSet<>();
        for (int i = 0; i <= digits.length(); i++) {
            for (char missing = '0'; missing <= '9'; missing++) {
                add(digits.substring(0, i) + missing + digits.substring(i), meant);
            }
        }
        for (int i = 0; i < digits.length(); i++) {
            String before = digits.substring(0, i);
            String after = digits.substring(i + 1);
            add(before + after, meant);
            if (!after.isEmpty()) {
                add(before + after.charAt(0) + digits.charAt(i) + after.substring(1), meant);
            }
        }
        meant.remove(written);
        return meant;
    }

    private static void add(String digits, Set<Integer> numbers) {
        if (!digits.isEmpty() && digits.charAt(0) != '0' && Integer.parseInt(digits) <= LARGEST) {
            numbers.add(Integer.parseInt(digits));
        }
    }
}
