package org.fingerpost.formats;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.formats.pvalue.PValue;
import org.fingerpost.formats.pvalue.PValues;
import org.fingerpost.formats.pvalue.Setting;

/** Settings chosen to hurt whoever writes or reads them; MAC addresses that a file may be for. */
public final class HostileValues extends DomainContextBase {

    private static final List<String> BARBED =
            List.of(
                    "",
                    " ",
                    "+",
                    "%",
                    "%4",
                    "%41",
                    "%zz",
                    "100%",
                    "a&b=c",
                    "&gnkey=0b82",
                    "gnkey=0b82",
                    "]]>",
                    "<!--",
                    "--",
                    "<P2>x</P2>",
                    "&amp;",
                    "&#0;",
                    "\"'<>&",
                    "\r",
                    "\r\n",
                    "\n\n",
                    "\t",
                    "é",
                    "€",
                    "\ud83d\ude00",
                    "\u0085\u2028\ufffd",
                    "#",
                    "/:?@[]!$'()*,;",
                    "-----BEGIN CERTIFICATE-----\r\nMIIB+/=\r\n");

    @Provide
    public Arbitrary<PValues> settings() {
        Arbitrary<String> wild =
                Arbitraries.strings()
                        .withChars('\t', '\n', '\r')
                        .withCharRange(' ', '\ud7ff')
                        .withCharRange('\ue000', '\ufffd')
                        .ofMaxLength(40);
        Arbitrary<String> mixed =
                Arbitraries.of(BARBED).list().ofMaxSize(4).map(l -> String.join("", l));
        Arbitrary<Setting> setting =
                Combinators.combine(
                                Arbitraries.integers().between(0, 999_999),
                                Arbitraries.oneOf(wild, mixed))
                        .as((number, value) -> new Setting(new PValue(number), value));
        return setting.list().ofMaxSize(30).map(PValues::of);
    }

    @Provide
    public Arbitrary<MacAddress> macs() {
        return Arbitraries.longs()
                .between(0, 0xffff_ffff_ffffL)
                .filter(bits -> bits >>> 32 != 0xff01)
                .map(MacAddress::new);
    }
}
