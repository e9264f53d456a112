package org.fingerpost.bench;

import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.formats.pvalue.PValue;
import org.fingerpost.formats.pvalue.PValues;
import org.fingerpost.formats.pvalue.Setting;

/** Settings like those that phones are sent; the same in every run. */
final class Samples {

    static final MacAddress PHONE = MacAddress.parse("000b82a1b2c4");

    /**
     * Mostly switches and short words, now and then an address or a name with something to escape.
     */
    private static final String[] VALUES = {
        "1",
        "0",
        "",
        "sip.example.net",
        "60",
        "Reception & Lobby",
        "5004",
        "1001",
        "0",
        "https://ntp.example.net/a?b=c"
    };

    private Samples() {}

    /** What a redirection tells a phone, and an account beside it: 30 values, some 600 bytes. */
    static PValues redirect() {
        return PValues.builder()
                .put("P237", "config.example.net/p/kq7w5t3zj8n2/9f2c4a77d1e04b35")
                .put("P192", "firmware.example.net/p/kq7w5t3zj8n2")
                .put("P212", "2")
                .put("P6767", "2")
                .put("P145", "0")
                .put("P194", "1")
                .put("P193", "1440")
                .put("P238", "0")
                .put("P240", "0")
                .put("P1414", "0")
                .put("P8463", "1")
                .put("P1359", "Tq8;x!Zw2#rL0v")
                .put("P30", "ntp.example.net")
                .put("P64", "CET-1CEST-2,M3.5.0/02:00,M10.5.0/03:00")
                .put("P271", "1")
                .put("P270", "Front Desk 2")
                .put("P47", "sip.example.net:5061")
                .put("P48", "")
                .put("P35", "1001")
                .put("P36", "1001")
                .put("P34", "p4ss&w0rd=100%")
                .put("P3", "Anna Müller")
                .put("P33", "*97")
                .put("P81", "1")
                .put("P32", "60")
                .put("P40", "5060")
                .put("P52", "2")
                .put("P57", "8")
                .put("P58", "0")
                .put("P59", "18")
                .build();
    }

    /** A complete configuration: 700 values, some 25 KB of XML. */
    static PValues complete() {
        var settings = PValues.builder();
        for (int i = 0; i < 700; i++) {
            settings.put(new Setting(new PValue(2 + 37 * i), VALUES[i % VALUES.length]));
        }
        return settings.build();
    }

    /** 200 values, of which 190 are the same for each device. */
    static String template() {
        var template = new StringBuilder("P35=${ext}\nP270=Desk ${ext} & co\n");
        for (int i = 0; i < 190; i++) {
            template.append('P').append(10_000 + 7 * i).append('=');
            template.append(VALUES[i % VALUES.length]).append('\n');
        }
        return template.toString();
    }

    /** So many devices, with ten columns of their own. */
    static String devices(int count) {
        var list = new StringBuilder("mac,ext,P34,P36,P3,P2,P1359,P10007,P47,P52,P30\n");
        for (int i = 0; i < count; i++) {
            list.append(PHONE.plus(i)).append(',').append(2000 + i);
            list.append(",p4ss&w0rd=").append(i).append(',').append(2000 + i);
            list.append(",Anna Müller ").append(i).append(",adm!n").append(i);
            list.append(",Tq8;x!Zw2#rL").append(i).append(",b").append(i);
            list.append(",sip.example.net,2,ntp.example.net\n");
        }
        return list.toString();
    }
}
