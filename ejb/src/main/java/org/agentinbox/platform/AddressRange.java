package org.agentinbox.platform;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;

/**
 * IP addresses that share their first bits, in the notation of RFC 4632 ({@code 10.0.0.0/8}) and RFC 4291 ({@code fd00::/8}). A single
 * address is a range of one.
 */
public final class AddressRange {

    private static final int BITS = 8;

    private final byte[] network;
    private final int prefix;

    private AddressRange(byte[] network, int prefix) {
        this.network = network;
        this.prefix = prefix;
    }

    /**
     * @param text an address, or an address and the length of its prefix
     * @return the range; empty where the text is not a range
     */
    public static Optional<AddressRange> parse(String text) {
        String[] parts = text.split("/", -1);
        Optional<byte[]> address = IpAddresses.parse(parts[0]).map(InetAddress::getAddress);
        if (address.isEmpty() || parts.length > 2 || parts.length == 2 && !parts[1].matches("[0-9]{1,3}")) {
            return Optional.empty();
        }
        int bits = address.get().length * BITS;
        int prefix = parts.length == 1 ? bits : Integer.parseInt(parts[1]);
        return prefix > bits ? Optional.empty() : Optional.of(new AddressRange(masked(address.get(), prefix), prefix));
    }

    private static byte[] masked(byte[] address, int prefix) {
        byte[] masked = address.clone();
        for (int bit = prefix; bit < masked.length * BITS; bit++) {
            masked[bit / BITS] &= (byte) ~(1 << (BITS - 1 - bit % BITS));
        }
        return masked;
    }

    /** @return whether this range contains the address; an IPv4 range never contains an IPv6 address, or the reverse */
    public boolean contains(InetAddress address) {
        byte[] bytes = address.getAddress();
        return bytes.length == network.length && Arrays.equals(masked(bytes, prefix), network);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AddressRange range && prefix == range.prefix && Arrays.equals(network, range.network);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(network) + prefix;
    }

    @Override
    public String toString() {
        try {
            return InetAddress.getByAddress(network).getHostAddress() + "/" + prefix;
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }
}
