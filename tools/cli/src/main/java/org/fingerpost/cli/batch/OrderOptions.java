package org.fingerpost.cli.batch;

import java.util.Optional;
import org.fingerpost.cli.batch.order.Order;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** What an order needs beside the files. */
final class OrderOptions {

    @ArgGroup(
            exclusive = false,
            heading = "%nFor pre-configuration in the factory, or redirection by the vendor:%n")
    private Wanted wanted;

    private static final class Wanted {
        @Option(
                names = "--order",
                required = true,
                description = "Write an order sheet beside the files: order.txt and order.csv.")
        private boolean order;

        @Option(
                names = "--company",
                required = true,
                paramLabel = "NAME",
                description = "Who orders.")
        private String company = "";

        @Option(
                names = "--address",
                required = true,
                paramLabel = "TEXT",
                description = "The company's address.")
        private String address = "";

        @Option(
                names = "--target-server",
                required = true,
                paramLabel = "HOST[/PATH]",
                description = "Where the phones are to be sent.")
        private String targetServer = "";

        @Option(names = "--contact", paramLabel = "TEXT", description = "Whom to ask.")
        private Optional<String> contact = Optional.empty();

        @Option(
                names = "--firmware",
                paramLabel = "VERSION",
                description = "Which firmware; default is the latest official release.")
        private Optional<String> firmware = Optional.empty();
    }

    Optional<Order> order() {
        return Optional.ofNullable(wanted)
                .map(given ->
                        new Order(
                                given.company,
                                given.address,
                                given.contact,
                                given.targetServer,
                                given.firmware));
    }
}
