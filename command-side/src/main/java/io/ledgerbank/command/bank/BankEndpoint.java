package io.ledgerbank.command.bank;

import io.ledgerbank.api.bank.AddBank;
import io.ledgerbank.api.bank.AddBranch;
import io.ledgerbank.api.bank.BankCode;
import io.ledgerbank.api.bank.BankProfile;
import io.ledgerbank.api.bank.Banks;
import io.ledgerbank.api.bank.Branch;
import io.ledgerbank.api.bank.ChangeBank;
import io.ledgerbank.api.id.Uuids;
import io.ledgerbank.api.user.Caller;
import java.net.URI;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Has administrators keep the banks that this one deals with. This node knows of a change at once, others within half an hour. */
@RestController
@RequestMapping("/api/banks")
class BankEndpoint {

    private final CommandGateway commands;
    private final Banks banks;

    BankEndpoint(CommandGateway commands, Banks banks) {
        this.commands = commands;
        this.banks = banks;
    }

    @PostMapping
    ResponseEntity<KnownBankDetails> add(@RequestBody NewBankBody body, Caller caller) {
        BankCode code = body.bankCode();
        BankProfile profile = commands.sendAndWait(new AddBank(code, body.body().profile(), caller));
        banks.refresh();
        return ResponseEntity.created(URI.create("/api/banks")).body(KnownBankDetails.of(code, profile));
    }

    @PutMapping("/{code}")
    KnownBankDetails change(@PathVariable String code, @RequestBody BankBody body, Caller caller) {
        BankCode bank = new BankCode(code);
        BankProfile profile = commands.sendAndWait(new ChangeBank(bank, body.profile(), caller));
        banks.refresh();
        return KnownBankDetails.of(bank, profile);
    }

    @PostMapping("/{code}/branches")
    ResponseEntity<Branch> addBranch(@PathVariable String code, @RequestBody BranchBody body, Caller caller) {
        Branch branch = body.branch(Uuids.next());
        BankCode bank = new BankCode(code);
        commands.sendAndWait(new AddBranch(bank, branch, caller));
        banks.refresh();
        return ResponseEntity.created(URI.create("/api/banks/" + bank + "/branches"))
                .body(branch);
    }
}
