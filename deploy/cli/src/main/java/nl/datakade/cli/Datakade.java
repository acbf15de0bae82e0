package nl.datakade.cli;

import java.util.List;
import nl.datakade.city.CityCommand;
import nl.datakade.cli.bench.BenchCommand;
import nl.datakade.cli.build.BuildCommand;
import nl.datakade.cli.build.TestCommand;
import nl.datakade.cli.deadletter.ReplayCommand;
import nl.datakade.cli.demo.DemoCommand;
import nl.datakade.cli.demo.LoadCity;
import nl.datakade.cli.demo.MainJob;
import nl.datakade.cli.doctor.DoctorCommand;
import nl.datakade.cli.key.LogKeysCommand;
import nl.datakade.cli.key.ReceiptKeysCommand;
import nl.datakade.cli.login.LoginCommand;
import nl.datakade.cli.login.LogoutCommand;
import nl.datakade.cli.receipt.VerifyCommand;
import nl.datakade.cli.stack.DownCommand;
import nl.datakade.cli.stack.LogsCommand;
import nl.datakade.cli.stack.RehearseCommand;
import nl.datakade.cli.stack.ResetCommand;
import nl.datakade.cli.stack.StatusCommand;
import nl.datakade.cli.stack.TokenCommand;
import nl.datakade.cli.stack.TrainCommand;
import nl.datakade.cli.stack.UpCommand;
import nl.datakade.cli.table.ConvertCommand;
import nl.datakade.client.Refusal;
import nl.datakade.client.Unreachable;
import nl.datakade.local.StackProblem;
import nl.datakade.push.PushCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** All commands; what goes wrong in a foreseen way is one sentence and exit code 1. */
@Command(
        name = "datakade",
        description = "Municipal urban data platform on this machine.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            LogsCommand.class,
            LoginCommand.class,
            LogoutCommand.class,
            TokenCommand.class,
            PushCommand.class,
            DoctorCommand.class,
            ReplayCommand.class,
            VerifyCommand.class,
            ReceiptKeysCommand.class,
            LogKeysCommand.class,
            ResetCommand.class,
            BuildCommand.class,
            TestCommand.class,
            CityCommand.class,
            BenchCommand.class,
            ConvertCommand.class,
            TrainCommand.class,
            RehearseCommand.class,
            CommandLine.HelpCommand.class
        })
public final class Datakade {

    Datakade() {}

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        var all =
                new CommandLine(new Datakade()).addSubcommand(new DemoCommand(List.of(new LoadCity(), new MainJob())));
        showVersion(all);
        return all.setExecutionExceptionHandler((failure, command, _) -> {
            if (!(failure instanceof StackProblem || failure instanceof Refusal || failure instanceof Unreachable)) {
                throw failure;
            }
            command.getErr().println(failure.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        });
    }

    /** Of a command of a command too. */
    private static void showVersion(CommandLine command) {
        command.getCommandSpec().versionProvider(new Version());
        command.getSubcommands().values().forEach(Datakade::showVersion);
    }
}
