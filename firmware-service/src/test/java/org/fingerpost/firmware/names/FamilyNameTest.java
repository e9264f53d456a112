package org.fingerpost.firmware.names;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FamilyNameTest {

    @Test
    void modelsAndFamiliesAreFoundInAnyCaseAndSpeltAsTheMakerDoes() {
        assertThat(FamilyName.find("gxp-2160")).contains(new FamilyName("GXP2160"));
        assertThat(FamilyName.find("ht80XV2")).contains(new FamilyName("HT80xV2"));
        assertThat(FamilyName.find("toaster")).isEmpty();
    }

    @Test
    void aSlipOfTheFingerIsToldTheNearestNameFirst() {
        assertThat(FamilyName.near("GPX2160")).contains("GXP2160");
        assertThat(FamilyName.near("gxp216O")).first().isEqualTo("GXP2160");
        assertThat(FamilyName.near("toaster")).isEmpty();
        assertThat(FamilyName.near("x".repeat(2000))).isEmpty();
    }
}
