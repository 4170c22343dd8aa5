package io.ledgerbank.app.bank;

import io.ledgerbank.api.bank.Banks;
import org.springframework.context.SmartLifecycle;

/** Reads the banks that administrators added when the application starts, before its web server does. */
final class ReadingBanks implements SmartLifecycle {

    private final Banks banks;
    private volatile boolean running;

    ReadingBanks(Banks banks) {
        this.banks = banks;
    }

    @Override
    public void start() {
        banks.refresh();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return 0;
    }
}
