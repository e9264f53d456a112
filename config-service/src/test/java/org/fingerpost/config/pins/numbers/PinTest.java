package org.fingerpost.config.pins.numbers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import org.fingerpost.config.secrets.PinKey;
import org.fingerpost.config.secrets.ProviderKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PinTest {
    private final SecureRandom random = new SecureRandom();
    private final ProviderKey provider = ProviderKey.make(7, ProviderKey.FIRST, random);
    private final PinKey key = PinKey.of(provider);

    @ParameterizedTest
    @ValueSource(ints = {6, 8, 10})
    void aPinHasAsManyDigitsAsWereAskedFor(int digits) {
        for (int i = 0; i < 1_000; i++) {
            assertThat(Pin.draw(digits, random).reveal()).matches("[0-9]{" + digits + "}");
        }
    }

    @Test
    void whatIsTriedFirstIsNeverDrawn() {
        for (String pattern : new String[] {"000000", "123456", "987654", "246802"}) {
            assertThat(Pin.draw(6, first(pattern, "271828")).reveal()).isEqualTo("271828");
        }
    }

    @Test
    void whatHelpsTheEyeIsNoPartOfAPin() {
        byte[] hash = Pin.typed("27182818").hash(key);

        assertThat(Pin.typed(" 2718-2818\u00a0").hash(key)).isEqualTo(hash);
        assertThat(Pin.typed("2718 281 9").hash(key)).isNotEqualTo(hash);
        assertThat(Pin.typed("27182818")).hasToString("Pin[…]");
    }

    @Test
    void theHashIsAnotherUnderAnotherKeyAndTellsNothingOfTheKey() {
        byte[] hash = Pin.typed("27182818").hash(key);

        assertThat(hash).hasSize(32).isEqualTo(Pin.typed("27182818").hash(PinKey.of(provider)));
        ProviderKey other = ProviderKey.make(7, ProviderKey.FIRST, random);
        assertThat(Pin.typed("27182818").hash(PinKey.of(other))).isNotEqualTo(hash);
        assertThat(key).hasToString("PinKey[…]");
    }

    @Test
    void aNumberIsItsDigitsAndPerhapsAPlus() {
        assertThat(new PhoneNumber("+49 (30) 12-34/5.6")).isEqualTo(new PhoneNumber("+4930123456"));
        assertThat(new PhoneNumber("2001").digits()).isEqualTo("2001");
        for (String none : new String[] {"", "+", "1+2", "12a", "1".repeat(21)}) {
            assertThatThrownBy(() -> new PhoneNumber(none))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    /** Draws these digits, one after the other. */
    private static SecureRandom first(String... pins) {
        String all = String.join("", pins);
        return new SecureRandom() {
            private static final long serialVersionUID = 1L;
            private int at;

            @Override
            public int nextInt(int bound) {
                return all.charAt(at++) - '0';
            }
        };
    }
}
