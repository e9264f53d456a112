package org.fingerpost.gateway.plugandplay;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;

/** A responder and a phone in a network of their own: prints what the group's answer is. */
final class MulticastTry {
    private MulticastTry() {}

    public static void main(String[] none) throws IOException {
        Settings settings = new Settings("224.0.1.75", 5060, 100);
        try (Responder responder =
                        new Responder(
                                settings,
                                System::nanoTime,
                                new SecureRandom(),
                                new SimpleMeterRegistry());
                DatagramSocket phone = new DatagramSocket()) {
            phone.setSoTimeout(20_000);
            String contact = "192.168.1.10:" + phone.getLocalPort();
            byte[] asked = Asking.subscribe("000b82123456", "group", contact);
            InetAddress group = InetAddress.getByName(settings.address());
            phone.send(new DatagramPacket(asked, asked.length, group, responder.port()));
            for (int i = 0; i < 2; i++) {
                DatagramPacket answer = new DatagramPacket(new byte[2_000], 2_000);
                phone.receive(answer);
                System.out.println(
                        new String(
                                answer.getData(),
                                0,
                                answer.getLength(),
                                StandardCharsets.US_ASCII));
            }
        }
    }
}
