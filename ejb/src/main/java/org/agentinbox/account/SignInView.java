package org.agentinbox.account;

import java.time.Instant;
import java.util.UUID;

/**
 * A sign-in as its owner sees it.
 *
 * @param id names the sign-in without being of any use to a thief
 * @param browser how the browser named itself when it signed in (the header User-Agent, at most 200 characters), or null
 * @param address the network address from which it signed in, or null
 * @param since when it signed in
 * @param usedAt when it was last used, to the minute
 */
public record SignInView(UUID id, String browser, String address, Instant since, Instant usedAt) {}
