package org.fingerpost.cli.pvalue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.fingerpost.cli.Ran;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PvalueCommandTest {

    @Test
    void settingIsFoundByItsWordsTheLikeliestFirst() {
        var ran = Ran.with("pvalue", "find", "config", "server", "path");

        assertThat(ran.exit()).isZero();
        assertThat(ran.text()).startsWith("P237 ");
    }

    @Test
    void familyNarrowsTheSearch() {
        assertThat(Ran.with("pvalue", "find", "--family", "HT801V2", "22296").text())
                .startsWith("P22296");
        assertThat(Ran.with("pvalue", "find", "--family", "BT100", "22296").exit()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"P1359", "1359", "p1359"})
    void everySpellingOfANumberIsShown(String name) {
        var ran = Ran.with("pvalue", "show", name);

        assertThat(ran.exit()).isZero();
        assertThat(ran.text()).contains("P1359", "40 characters", "secret");
    }

    @Test
    void numberWithSeveralMeaningsShowsEach() {
        assertThat(Ran.with("pvalue", "show", "P194").text().split("\n\n").length).isGreaterThan(1);
    }

    @Test
    void jsonIsOneObjectALine() throws IOException {
        for (String line : Ran.with("pvalue", "show", "--json", "P194").text().split("\n")) {
            assertThat(new ObjectMapper().readTree(line).get("p").asText()).isEqualTo("P194");
        }
    }

    @Test
    void unknownNumberIsSaidToBeUnknownAndNotWrong() {
        var ran = Ran.with("pvalue", "show", "P999999");

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err()).contains("not in the catalogue", "passed on");
    }

    @Test
    void familyThatIsNoneBringsTheNearestNames() {
        var ran = Ran.with("pvalue", "show", "--family", "GPX2160", "P47");

        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("GXP2160");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pvalue", "pvalue find", "pvalue show", "pvalue show server"})
    void usageThatIsNotUnderstoodExitsWithTwo(String line) {
        assertThat(Ran.with(line.split(" ")).exit()).isEqualTo(2);
    }
}
