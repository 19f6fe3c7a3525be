package org.agentinbox.account;

/**
 * From where somebody tries to sign in.
 *
 * @param address the network address
 * @param browser how the browser names itself (the header User-Agent), or null
 * @param device the token that the browser keeps since somebody signed in there before; null and nonsense are allowed
 */
public record SignInClient(String address, String browser, String device) {

    @Override
    public String toString() {
        return "SignInClient[" + address + "]";
    }
}
