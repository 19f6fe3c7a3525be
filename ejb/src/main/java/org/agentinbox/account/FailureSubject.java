package org.agentinbox.account;

import java.net.Inet6Address;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

import org.agentinbox.platform.AddressRange;
import org.agentinbox.platform.IpAddresses;
import org.agentinbox.platform.Tokens;

/**
 * For what wrong passwords are counted.
 *
 * @param kind what it is
 * @param name which one of its kind
 * @param free so many failures make nobody wait
 * @param endsWithSuccess whether the right password makes all failures forgotten; else only its own attempt is taken back
 * @param isBounded whether there are as many of its kind as strangers like
 */
record FailureSubject(String kind, String name, int free, boolean endsWithSuccess, boolean isBounded) {

    private static final int FREE = 5;
    /** Behind one address there may be a whole office, and some of them mistype every morning. */
    private static final int FREE_IN_NETWORK = 30;
    /** Whoever has a /48 of IPv6, as sites do (RFC 6177), has 65,536 networks of 64 bits. */
    private static final int FREE_IN_SITE = 300;
    private static final int FREE_OF_OTHERS = 1_000;

    static FailureSubject account(UUID account) {
        return new FailureSubject("account", account.toString(), FREE, true, false);
    }

    /** Nobody has this name; it may be a mistyped one, or a password in the wrong field. */
    static FailureSubject unknownName(String userName) {
        return new FailureSubject("name", HexFormat.of().formatHex(Tokens.hash(userName)), FREE, true, true);
    }

    static FailureSubject device(UUID device) {
        return new FailureSubject("device", device.toString(), FREE, true, false);
    }

    /** The present password, asked for where it is changed. */
    static FailureSubject passwordChange(UUID account) {
        return new FailureSubject("change", account.toString(), FREE, true, false);
    }

    /** The networks of an address: itself where it is of IPv4, the first 64 and 48 bits of one of IPv6. */
    static List<FailureSubject> networks(String address) {
        String literal = address == null ? "" : address.replaceFirst("%.*", "");
        return IpAddresses.parse(literal).map(parsed -> parsed instanceof Inet6Address
            ? List.of(network(prefix(literal, 64)), new FailureSubject("site", prefix(literal, 48), FREE_IN_SITE, false, true))
            : List.of(network(parsed.getHostAddress()))).orElse(List.of(network("unknown")));
    }

    private static FailureSubject network(String name) {
        return new FailureSubject("network", name, FREE_IN_NETWORK, false, true);
    }

    private static String prefix(String literal, int bits) {
        return AddressRange.parse(literal + "/" + bits).orElseThrow().toString();
    }

    /** All those of its kind together for which there is no room. */
    FailureSubject others() {
        return new FailureSubject(kind, "others", FREE_OF_OTHERS, false, false);
    }

    String key() {
        return kind + " " + name;
    }
}
