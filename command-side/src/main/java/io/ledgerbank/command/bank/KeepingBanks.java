package io.ledgerbank.command.bank;

import io.ledgerbank.api.bank.AddBank;
import io.ledgerbank.api.bank.AddBranch;
import io.ledgerbank.api.bank.BankAdded;
import io.ledgerbank.api.bank.BankAddresses;
import io.ledgerbank.api.bank.BankChanged;
import io.ledgerbank.api.bank.BankCode;
import io.ledgerbank.api.bank.BankEvent;
import io.ledgerbank.api.bank.BankProfile;
import io.ledgerbank.api.bank.BankRegister;
import io.ledgerbank.api.bank.Banks;
import io.ledgerbank.api.bank.Bic;
import io.ledgerbank.api.bank.BranchAdded;
import io.ledgerbank.api.bank.ChangeBank;
import io.ledgerbank.api.bank.Country;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;

/** Has administrators add banks and branches, and change what is said of a bank. What the installation names, it says itself. */
final class KeepingBanks {

    private final Repository<RegisteredBanks> registers;
    private final Banks known;
    private final BankAddresses addresses;
    private final Clock clock;

    KeepingBanks(Repository<RegisteredBanks> registers, Banks known, BankAddresses addresses, Clock clock) {
        this.registers = registers;
        this.known = known;
        this.addresses = addresses;
        this.clock = clock;
    }

    @CommandHandler
    BankProfile handle(AddBank command) throws Exception {
        command.caller().requireAdmin();
        check(command.profile());
        if (isNamed(command.bank()) || register().profileOf(command.bank()).isPresent()) {
            throw new RejectedException(
                    Reason.BANK_ALREADY_EXISTS, "There is a bank with the code " + command.bank() + " already");
        }
        record(new BankAdded(command.bank(), command.profile(), command.caller().userId(), now()));
        return command.profile();
    }

    @CommandHandler
    BankProfile handle(ChangeBank command) throws Exception {
        command.caller().requireAdmin();
        check(command.profile());
        if (isNamed(command.bank())) {
            throw new RejectedException(
                    Reason.BANK_NAMED_BY_INSTALLATION, Reason.BANK_NAMED_BY_INSTALLATION.description());
        }
        BankProfile before = register().profileOf(command.bank()).orElseThrow(() -> notFound(command.bank()));
        if (!before.equals(command.profile())) {
            record(new BankChanged(
                    command.bank(), command.profile(), command.caller().userId(), now()));
        }
        return command.profile();
    }

    @CommandHandler
    void handle(AddBranch command) throws Exception {
        command.caller().requireAdmin();
        requireOf(command.branch().country(), command.branch().bic());
        if (!isNamed(command.bank()) && register().profileOf(command.bank()).isEmpty()) {
            throw notFound(command.bank());
        }
        record(new BranchAdded(
                command.bank(), command.branch(), command.caller().userId(), now()));
    }

    private void check(BankProfile profile) {
        requireOf(profile.country(), profile.bic());
        if (!addresses.allow(profile.apiEndpoint())) {
            throw new RejectedException(Reason.BANK_HOST_NOT_ALLOWED, Reason.BANK_HOST_NOT_ALLOWED.description());
        }
    }

    private static void requireOf(Country country, Optional<Bic> bic) {
        if (bic.filter(code -> !code.country().equals(country)).isPresent()) {
            throw new RejectedException(Reason.INVALID_BIC, "The BIC is of another country than " + country);
        }
    }

    private boolean isNamed(BankCode code) {
        return known.named().stream().anyMatch(bank -> bank.code().equals(code));
    }

    private BankRegister register() {
        return find().map(found -> found.invoke(RegisteredBanks::register)).orElse(BankRegister.EMPTY);
    }

    private void record(BankEvent event) throws Exception {
        Optional<Aggregate<RegisteredBanks>> found = find();
        if (found.isPresent()) {
            found.get().execute(banks -> banks.record(event));
        } else {
            registers.newInstance(() -> new RegisteredBanks(event));
        }
    }

    private Optional<Aggregate<RegisteredBanks>> find() {
        try {
            return Optional.of(registers.load(BankRegister.STREAM));
        } catch (AggregateNotFoundException none) {
            return Optional.empty();
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static RejectedException notFound(BankCode code) {
        return new RejectedException(Reason.BANK_NOT_FOUND, "There is no bank with the code " + code);
    }
}
