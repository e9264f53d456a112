package org.fingerpost.firmware.images;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.fingerpost.firmware.names.Version;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImagesTest {
    @TempDir Path folder;

    @Test
    void theContainerOfAnHt802NamesItsMembersAndTheirVersion() throws IOException {
        KnownImage image = recognised(ImageBytes.ht80x("ht802", 1, 0, 10, 2)).orElseThrow();

        assertThat(image.members())
                .isEqualTo(
                        List.of(
                                "ht802boot.bin",
                                "ht802core.bin",
                                "ht802base.bin",
                                "ht802prog.bin"));
        assertThat(image.versions()).containsOnly(new Version("1.0.10.2"));
    }

    @Test
    void anOlderImageNamesItself() throws IOException {
        KnownImage image = recognised(ImageBytes.single("gxp2000e.bin", 64)).orElseThrow();

        assertThat(image.members()).isEqualTo(List.of("gxp2000e.bin"));
        assertThat(image.versions()).isEmpty();
    }

    @Test
    void whatIsNotSurelyAnImageIsNotTakenForOne() throws IOException {
        byte[] otherMonth = ImageBytes.single("gxp2000e.bin", 64);
        otherMonth[12] = 13;

        assertThat(recognised(new byte[0])).isEmpty();
        assertThat(recognised("firmware".repeat(100).getBytes())).isEmpty();
        assertThat(recognised(otherMonth)).isEmpty();
        assertThat(recognised(ImageBytes.single("gxp 2000e.bin", 64))).isEmpty();
    }

    private Optional<KnownImage> recognised(byte[] bytes) throws IOException {
        return Images.recognise(Files.write(folder.resolve("image"), bytes));
    }
}
