package org.fingerpost.config.pins.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.fingerpost.config.pins.page.ClaimForm.Field;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimFormTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "000b82123456",
                "00:0B:82:12:34:56",
                "00-0b-82-12-34-56",
                "000B.8212.3456",
                " 00 0B 82 12 34 56 ",
                "MAC: 000B82123456",
                "mac 000b82123456"
            })
    void aMacAddressIsTakenInAnySpelling(String mac) {
        ClaimForm form = new ClaimForm(mac, "1234 5679", "", "");

        assertThat(form.slips()).isEmpty();
        assertThat(form.claim(7, "192.0.2.7").mac()).hasToString("000b82123456");
    }

    @Test
    void everySlipIsToldBesideItsField() {
        assertThat(new ClaimForm("", "", "", "").slips()).containsOnlyKeys(Field.MAC, Field.PIN);
        assertThat(new ClaimForm("000b8212345g", "12345", "call me", "").slips())
                .containsOnlyKeys(Field.MAC, Field.PIN, Field.NUMBER);
        assertThat(new ClaimForm("000000000000", "12345678901", "+", "").slips())
                .containsOnlyKeys(Field.MAC, Field.PIN, Field.NUMBER);
        assertThat(new ClaimForm("ffffffffffff", "１２３４５６", "", "").slips())
                .containsOnlyKeys(Field.MAC, Field.PIN);
    }

    @Test
    void thePinIsNeverSentBackAndWhatIsTypedIsNoMarkup() {
        ClaimForm form = new ClaimForm("\"><script>", "31415926", "'&<b>", "<i>");

        String page = ClaimPage.form(form, form.slips(), "<b>");

        assertThat(page).doesNotContain("31415926", "<script>", "<b>", "<i>");
        assertThat(page).contains("&quot;&gt;&lt;script&gt;", "&#39;&amp;&lt;b&gt;");
        assertThat(form).hasToString("ClaimForm[…]");
    }

    @Test
    void everyInputHasALabelAHintAndItsError() {
        ClaimForm form = new ClaimForm("x", "y", "z", "m");

        String page = ClaimPage.form(form, form.slips(), "");

        assertThat(page).contains("<html lang=\"en\">", "name=\"viewport\"", "role=\"alert\"");
        assertThat(page).contains("<title>Error: ").doesNotContain("<script", "style=");
        assertThat(page).doesNotContainPattern(" on[a-z]+=");
        for (String id : new String[] {"mac", "pin", "number", "model"}) {
            assertThat(page).contains("<label for=\"" + id + "\">", "id=\"" + id + "-hint\"");
        }
        for (String id : new String[] {"mac", "pin", "number"}) {
            assertThat(page)
                    .contains("id=\"" + id + "-error\"")
                    .contains("aria-describedby=\"" + id + "-hint " + id + "-error\"");
        }
    }
}
