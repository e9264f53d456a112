package org.fingerpost.formats.model;

import java.util.List;

/**
 * Where a DHCP server may tell a family its configuration server.
 *
 * @param numbers the options it can be told to look at, ascending; 150 and 160 by P8337 only
 * @param urlIn66 true if {@code http://} and {@code https://} in option 66 are understood; else
 *     whatever stands there is a TFTP server
 */
public record DhcpOptions(List<Integer> numbers, boolean urlIn66) {

    public DhcpOptions {
        numbers = List.copyOf(numbers);
    }
}
