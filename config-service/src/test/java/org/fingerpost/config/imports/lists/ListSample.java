package org.fingerpost.config.imports.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Lists as somebody sends them, opened and read. */
abstract class ListSample {
    static final String HEADER = "mac,model,P47,P34\n";
    static final String ROW = "00:0B:82:12:34:56,gxp-2160,sip.example,Gr\u00fc\u00dfe\n";

    static String value(byte[] bytes) throws IOException {
        DeviceList list = open(bytes);
        List<String> raw = list.next();
        assertThat(list.next()).isEmpty();
        return list.encoding().text(raw).getLast();
    }

    static DeviceList open(byte[] bytes) throws IOException {
        return DeviceList.open(new ByteArrayInputStream(bytes));
    }

    static List<List<String>> all(DeviceList list) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        List<String> cells = list.next();
        while (!cells.isEmpty()) {
            rows.add(cells);
            cells = list.next();
        }
        return rows;
    }
}
