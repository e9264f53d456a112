package org.fingerpost.redirect.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.fingerpost.formats.pvalue.PValue;
import org.fingerpost.redirect.instructions.Affixes;
import org.fingerpost.redirect.instructions.AutoUpgrade;
import org.fingerpost.redirect.instructions.Checks;
import org.fingerpost.redirect.instructions.Instructions;
import org.fingerpost.redirect.instructions.SpreadKey;
import org.fingerpost.redirect.secrets.StoredSetting;
import org.junit.jupiter.api.Test;

class TargetStateTest {
    private static final String ADDRESSES =
            """
            {"id":5,"provider":1,"name":"main","configUrl":"http://a.example/p",\
            "firmwareUrl":"http://b.example/f"}\
            """;

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void aRecordOfTheFirstVersionIsReadAndWrittenAsItWas() throws IOException {
        TargetServer server = read(ADDRESSES);

        assertThat(server.instructions()).isEqualTo(Instructions.NONE);
        assertThat(json.writeValueAsString(TargetState.of(server))).isEqualTo(ADDRESSES);
    }

    @Test
    void allThatCanBeSaidComesBack() throws IOException {
        ServerUrl url = ServerUrl.parse("https://a.example/p");
        TargetServer server =
                new TargetServer(
                        5,
                        1,
                        "main",
                        url,
                        url,
                        new Instructions(
                                new Affixes("a", "b"),
                                new Affixes("c", "d"),
                                new Checks(AutoUpgrade.WEEKLY, 1440, 60, new SpreadKey(1, 2)),
                                2,
                                List.of(new StoredSetting.Plain(new PValue(30), "x")),
                                true));

        assertThat(read(json.writeValueAsString(TargetState.of(server)))).isEqualTo(server);
    }

    @Test
    void aWordOfALaterVersionIsPassedOver() throws IOException {
        assertThat(read(ADDRESSES.replace("}", ",\"later\":[1]}")).name()).isEqualTo("main");
    }

    @Test
    void aWordThatCannotBeIsNoTargetServer() {
        assertThatThrownBy(() -> read(ADDRESSES.replace("}", ",\"autoUpgrade\":\"hourly\"}")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> read(ADDRESSES.replace("}", ",\"dhcpOverride\":3}")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private TargetServer read(String text) throws IOException {
        return TargetState.read(json, text.getBytes(StandardCharsets.UTF_8));
    }
}
